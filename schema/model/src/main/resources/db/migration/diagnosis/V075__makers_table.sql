-- A starting table for x86 servers, written from what light paths, self-tests and event logs of such machines generally say.
-- It names no manual, because none was copied; a house puts its makers' tables in its place line by line.
insert into diagnosis.fault_line (code, symptom_code, cause_code, part_kinds, weight, words_zh, words_en, source) values
  -- No display at power-on
  ('no-display-01', 'power.no-display', 'board.mainboard', array['MAINBOARD'], 4, '开机无显示，风扇转，无报警声，最小配置仍无显示', 'No display at power-on, fans run, no beeps, still dark in minimum configuration', 'POST'),
  ('no-display-02', 'power.no-display', 'memory.damaged', array['MEMORY'], 3.5, '开机无显示，连续报警声，内存灯亮', 'No display at power-on, repeated beeps, memory light lit', 'POST'),
  ('no-display-03', 'power.no-display', 'connection.slot', '{}', 2.5, '开机无显示，最近搬动、清灰或加装过部件', 'No display after the machine was moved, cleaned or a part was added', 'POST'),
  ('no-display-04', 'power.no-display', 'board.cpu', array['CPU_BOARD'], 1.5, '开机无显示，面板 CPU 灯亮', 'No display at power-on, CPU light lit on the panel', 'Light path'),
  ('no-display-05', 'power.no-display', 'power.supply', array['POWER_SUPPLY'], 1.2, '开机无显示，电源灯灭或风扇一转即停', 'No display, power light off or fans stop at once', 'POST'),
  ('no-display-06', 'power.no-display', 'power.regulator', array['VOLTAGE_REGULATOR'], 0.6, '开机无显示，VRM 灯亮', 'No display, VRM light lit', 'Light path'),
  ('no-display-07', 'power.no-display', 'board.pci', array['PCI_BOARD'], 0.5, '开机无显示，拔掉扩展卡后正常', 'No display until an adapter is taken out', 'POST'),
  ('no-display-08', 'power.no-display', 'connection.cable', array['CABLE'], 0.5, '主机运行正常但显示器黑屏，换显示器或 KVM 线后正常', 'Machine runs but monitor stays black until monitor or KVM cable is changed', 'POST'),
  ('no-display-09', 'power.no-display', 'software.firmware', '{}', 0.4, '升级 BIOS 中断后开机无显示', 'No display after an interrupted BIOS update', 'Firmware'),
  -- No power
  ('no-power-01', 'power.no-power', 'power.supply', array['POWER_SUPPLY'], 4, '不加电，电源模块 AC 灯亮 DC 灯灭', 'No power, AC light of the power supply lit and DC light off', 'Light path'),
  ('no-power-02', 'power.no-power', 'external.power', '{}', 2.5, '不加电，电源模块 AC 灯灭，同一插座其他设备也断电', 'No power, AC light off, other devices on the same socket dead', 'Light path'),
  ('no-power-03', 'power.no-power', 'board.mainboard', array['MAINBOARD'], 2, '不加电，电源正常，按电源键无反应', 'No power, supplies are good, power button without effect', 'POST'),
  ('no-power-04', 'power.no-power', 'connection.cable', array['CABLE'], 1, '不加电，电源线松动', 'No power, power cord loose', 'Light path'),
  -- Power supply
  ('supply-01', 'power.supply-alarm', 'power.supply', array['POWER_SUPPLY'], 8, '电源模块黄灯亮，PS 灯亮，冗余丢失', 'Power supply amber light, PS light lit, redundancy lost', 'Light path'),
  ('supply-02', 'power.supply-alarm', 'external.power', '{}', 1.5, '两个电源同时告警，电压波动，UPS 告警', 'Both power supplies alarm, voltage fluctuates, UPS alarm', 'Event log'),
  ('supply-03', 'power.supply-alarm', 'connection.cable', array['CABLE'], 0.8, '电源告警，输入丢失，电源线脱落', 'Power supply alarm, input lost, cord pulled out', 'Event log'),
  -- Memory
  ('memory-01', 'memory.error', 'memory.damaged', array['MEMORY'], 7, '内存报错，光通路 MEM 灯与 DIMM 灯亮，可纠正错误超限', 'DIMM error, light path MEM and DIMM lights lit, correctable error limit reached', 'Light path'),
  ('memory-02', 'memory.error', 'connection.slot', '{}', 2, '内存报错，重新插拔后消失', 'Memory error that goes away after reseating', 'Light path'),
  ('memory-03', 'memory.error', 'board.mainboard', array['MAINBOARD'], 1, '内存报错，更换内存后同一插槽仍报', 'Memory error stays with the slot after the module was changed', 'POST'),
  ('memory-04', 'memory.error', 'connection.mixed-parts', '{}', 0.6, '加装内存后报错或容量不对，型号混插', 'Memory error or wrong size after modules were added, mixed types', 'POST'),
  ('memory-05', 'memory.error', 'board.cpu', array['CPU_BOARD'], 0.4, '一个 CPU 下的全部内存不识别', 'All memory of one processor missing', 'POST'),
  -- Disks
  ('disk-amber-01', 'storage.disk-amber', 'disk.damaged', array['DISK'], 8, '硬盘黄灯常亮，状态 Failed 或 DDD', 'Disk amber light steadily on, state failed or defunct', 'Light path'),
  ('disk-amber-02', 'storage.disk-amber', 'disk.offline', '{}', 2, '硬盘黄灯亮，断电后出现，介质无错误，可重新上线', 'Disk amber light after a power cut, no media errors, can be brought online', 'Event log'),
  ('disk-amber-03', 'storage.disk-amber', 'board.backplane', array['BACKPLANE'], 0.5, '多块硬盘同时亮黄灯，换盘后同一槽位仍报', 'Several disks amber at once, fault stays with the bay', 'Light path'),
  ('disk-amber-04', 'storage.disk-amber', 'raid.card', array['RAID_CARD'], 0.5, '全部硬盘亮黄灯，RAID 卡报错', 'All disks amber, RAID card reports an error', 'Event log'),
  ('disk-amber-05', 'storage.disk-amber', 'software.firmware', '{}', 0.4, '硬盘误报故障，升级硬盘固件后不再出现', 'Disk wrongly reported, gone after a disk firmware update', 'Firmware'),
  ('disk-missing-01', 'storage.disk-not-detected', 'disk.damaged', array['DISK'], 3.5, '无法识别硬盘，灯不亮，有异响', 'Disk not detected, no light, unusual noise', 'POST'),
  ('disk-missing-02', 'storage.disk-not-detected', 'connection.cable', array['CABLE'], 2, '多块硬盘无法识别，SAS 线缆或背板供电线松动', 'Several disks not detected, SAS cable or backplane power loose', 'POST'),
  ('disk-missing-03', 'storage.disk-not-detected', 'raid.card', array['RAID_CARD'], 1.5, '自检不显示 RAID 卡信息，硬盘全部无法识别', 'RAID card missing at self-test, no disk detected', 'POST'),
  ('disk-missing-04', 'storage.disk-not-detected', 'board.backplane', array['BACKPLANE'], 1, '换好的硬盘插入同一槽位仍无法识别', 'A good disk is not detected in the same bay', 'POST'),
  ('disk-missing-05', 'storage.disk-not-detected', 'connection.slot', '{}', 1, '硬盘未插到位，重新插拔后识别', 'Disk not fully seated, detected after reseating', 'POST'),
  ('disk-missing-06', 'storage.disk-not-detected', 'software.settings', '{}', 0.6, '新硬盘未加入阵列，显示外来或就绪', 'New disk not in the array, shown as foreign or ready', 'RAID set-up'),
  -- RAID
  ('raid-01', 'storage.raid-self-test', 'raid.card', array['RAID_CARD'], 4, 'RAID 卡自检不过，停在控制器初始化', 'RAID card fails self-test, stops at controller initialisation', 'POST'),
  ('raid-02', 'storage.raid-self-test', 'raid.battery', array['RAID_BATTERY'], 3, '自检提示 RAID 电池失效，缓存写回关闭', 'Self-test says RAID battery failed, write-back cache off', 'POST'),
  ('raid-03', 'storage.raid-self-test', 'connection.slot', '{}', 1.2, 'RAID 卡松动，重新插拔后自检通过', 'RAID card loose, passes self-test after reseating', 'POST'),
  ('raid-04', 'storage.raid-self-test', 'software.firmware', '{}', 0.8, 'RAID 卡固件报错，重刷后正常', 'RAID card firmware error, good after restoring it', 'Firmware'),
  ('raid-05', 'storage.array-degraded', 'disk.damaged', array['DISK'], 6, '阵列降级，一块硬盘失效', 'Array degraded, one disk failed', 'RAID set-up'),
  ('raid-06', 'storage.array-degraded', 'disk.offline', '{}', 2, '阵列降级，硬盘掉线但介质正常', 'Array degraded, disk dropped out with good media', 'RAID set-up'),
  -- System
  ('blue-screen-01', 'system.blue-screen', 'software.system', '{}', 3, '开机蓝屏，更新补丁或软件后出现，安全模式可进', 'Blue screen after an update, safe mode works', 'Event log'),
  ('blue-screen-02', 'system.blue-screen', 'memory.damaged', array['MEMORY'], 2.5, '随机蓝屏，每次代码不同，内存诊断报错', 'Random blue screens with changing codes, memory test fails', 'Event log'),
  ('blue-screen-03', 'system.blue-screen', 'software.driver', '{}', 2, '蓝屏代码指向驱动文件', 'Blue screen names a driver file', 'Event log'),
  ('blue-screen-04', 'system.blue-screen', 'disk.damaged', array['DISK'], 1, '蓝屏提示无法访问引导设备，硬盘有坏道', 'Blue screen: boot device inaccessible, disk has bad sectors', 'Event log'),
  ('blue-screen-05', 'system.blue-screen', 'board.mainboard', array['MAINBOARD'], 0.8, '蓝屏报硬件 NMI，更换内存无效', 'Blue screen with hardware NMI, not cured by other memory', 'Event log'),
  ('restart-01', 'system.restart', 'power.supply', array['POWER_SUPPLY'], 2, '频繁重启，无系统日志，负载高时出现', 'Restarts without a system log, under load', 'Event log'),
  ('restart-02', 'system.restart', 'memory.damaged', array['MEMORY'], 1.5, '频繁重启，日志有内存不可纠正错误', 'Restarts, log shows uncorrectable memory errors', 'Event log'),
  ('restart-03', 'system.restart', 'cooling.blocked', '{}', 1, '运行一段时间后过热重启', 'Restarts from heat after a while', 'Event log'),
  ('hang-01', 'system.hang', 'software.driver', '{}', 1.5, '死机，升级驱动或固件后不再出现', 'Hangs until drivers or firmware are updated', 'Event log'),
  ('no-boot-01', 'system.no-boot', 'software.settings', '{}', 1.5, '提示找不到操作系统，引导顺序被改', 'Operating system not found, boot order changed', 'POST'),
  ('no-boot-02', 'system.no-boot', 'disk.damaged', array['DISK'], 2, '无法引导，硬盘读错误', 'Does not boot, disk read error', 'POST'),
  ('firmware-01', 'system.firmware', 'software.firmware', '{}', 3, '固件升级失败，校验错误，从备份区启动', 'Firmware update failed, checksum error, started from backup', 'Firmware'),
  ('firmware-02', 'system.firmware', 'board.management', array['MANAGEMENT_CARD', 'MAINBOARD'], 1, '管理口无法登录，管理控制器无响应', 'Management port unreachable, controller does not answer', 'Event log'),
  -- Boards and self-test
  ('board-01', 'board.error', 'board.mainboard', array['MAINBOARD'], 3, '面板 BOARD 或 SYS BRD 灯亮', 'BOARD or system board light lit on the panel', 'Light path'),
  ('board-02', 'board.error', 'board.pci', array['PCI_BOARD'], 2.5, 'PCI 灯亮，扩展卡插槽报错', 'PCI light lit, error of an adapter slot', 'Light path'),
  ('board-03', 'board.error', 'connection.slot', '{}', 1.2, '板卡报错，重新插拔转接卡后消失', 'Board error gone after reseating the riser', 'Light path'),
  ('self-test-01', 'board.self-test', 'board.clock-battery', array['CLOCK_BATTERY'], 2.5, '自检提示时间日期错误，断电后设置丢失', 'Self-test: date and time wrong, settings lost without power', 'POST'),
  ('self-test-02', 'board.self-test', 'memory.damaged', array['MEMORY'], 2, '自检提示内存容量减少', 'Self-test: memory size decreased', 'POST'),
  ('self-test-03', 'board.self-test', 'software.settings', '{}', 1, '自检提示配置改变，载入默认值后正常', 'Self-test: configuration changed, good after loading defaults', 'POST'),
  ('self-test-04', 'board.self-test', 'board.pci', array['PCI_BOARD'], 1, '自检提示 PCI 资源或扩展卡错误', 'Self-test: PCI resource or adapter error', 'POST'),
  -- Cooling
  ('fan-01', 'cooling.fan-noise', 'cooling.fan', array['FAN'], 7, '风扇异响，轴承磨损', 'Fan noise, worn bearing', 'Light path'),
  ('fan-02', 'cooling.fan-alarm', 'cooling.fan', array['FAN'], 7, 'FAN 灯亮，风扇停转或转速过低', 'FAN light lit, fan stopped or too slow', 'Light path'),
  ('fan-03', 'cooling.fan-noise', 'external.environment', '{}', 0.8, '全部风扇高速运转，机房温度高', 'All fans at full speed, room too warm', 'Event log'),
  ('heat-01', 'cooling.overheat', 'external.environment', '{}', 4, '温度过高告警，空调故障，多台设备同时告警', 'Overheating, air conditioning failed, several machines alarm', 'Event log'),
  ('heat-02', 'cooling.overheat', 'cooling.fan', array['FAN'], 3, '温度过高，风扇故障', 'Overheating with a failed fan', 'Event log'),
  ('heat-03', 'cooling.overheat', 'cooling.blocked', '{}', 2, '单个 CPU 过热，灰尘堵塞或硅脂干涸', 'One processor too hot, dust or dried paste', 'Event log'),
  -- Network
  ('network-01', 'network.link-down', 'connection.cable', array['CABLE'], 3.5, '网口灯不亮，换网线或换交换机端口后正常', 'No link light, good with another cable or switch port', 'POST'),
  ('network-02', 'network.link-down', 'board.network', array['NETWORK_CARD'], 3, '网口不通，系统中网卡丢失', 'Link down, network card missing in the system', 'Event log'),
  ('network-03', 'network.link-down', 'software.driver', '{}', 2, '网口灯亮但不通，升级系统后出现', 'Link light lit but no traffic after a system update', 'Event log'),
  ('network-04', 'network.unstable', 'connection.cable', array['CABLE'], 2, '网络时断时续，误码增长', 'Network drops in and out, error counters grow', 'Event log');

update diagnosis.fault_line set source = 'Firstfix 起始表 / starter table: ' || source;

insert into diagnosis.tree_version (kind, code, version, content, reason, changed_by_name, changed_at)
select 'FAULT_LINE', code, 0, jsonb_build_object('code', code, 'family', family, 'model', model, 'wordsZh', words_zh, 'wordsEn', words_en,
         'symptomCode', symptom_code, 'causeCode', cause_code, 'partKinds', part_kinds, 'weight', weight, 'source', source,
         'active', active, 'version', 0), '', 'Firstfix', now()
from diagnosis.fault_line;
