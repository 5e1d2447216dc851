-- Causes, remedies, the maker's fault table and guided checks: kept by the house itself, every earlier state remembered.
alter table diagnosis.cause drop column part_kind;
alter table diagnosis.cause
  -- Families of machines it is found in; empty for all.
  add column families   text[]  not null default '{}',
  -- The kinds of parts that mend it, the likeliest first; empty if none does.
  add column part_kinds text[]  not null default '{}',
  add column version    integer not null default 0,
  -- For those who ask for one: the first of them.
  add column part_kind  text generated always as (part_kinds[1]) stored;

update diagnosis.cause set part_kinds = mended.kinds
from (values
  ('board.mainboard', array['MAINBOARD']),
  ('board.pci', array['PCI_BOARD']),
  -- As the catalogue of parts calls it; it was called CPU here, which no part is.
  ('board.cpu', array['CPU_BOARD']),
  ('board.network', array['NETWORK_CARD']),
  ('memory.damaged', array['MEMORY']),
  ('disk.damaged', array['DISK']),
  ('raid.card', array['RAID_CARD']),
  ('raid.battery', array['RAID_BATTERY']),
  ('power.supply', array['POWER_SUPPLY']),
  ('connection.cable', array['CABLE']),
  ('cooling.fan', array['FAN'])
) as mended (code, kinds)
where cause.code = mended.code;

insert into diagnosis.cause (code, parent_code, name_zh, name_en, part_kinds) values
  ('board.backplane', 'board', '硬盘背板故障', 'Disk backplane fault', array['BACKPLANE']),
  ('board.management', 'board', '管理模块故障', 'Management controller fault', array['MANAGEMENT_CARD', 'MAINBOARD']),
  ('board.clock-battery', 'board', '主板时钟电池耗尽', 'Clock battery empty', array['CLOCK_BATTERY']),
  ('power.regulator', 'power', '电压调节模块故障', 'Voltage regulator fault', array['VOLTAGE_REGULATOR', 'MAINBOARD']),
  ('connection.mixed-parts', 'connection', '部件不兼容或混插', 'Unsupported or mixed parts', '{}'),
  ('software.settings', 'software', '设置错误', 'Wrong settings', '{}'),
  ('software.firmware', 'software', '固件损坏', 'Firmware damaged', '{}'),
  ('cooling.blocked', 'cooling', '风道堵塞或散热片松动', 'Blocked air or loose heat sink', '{}');

-- Grows with every change of a kind; whoever changes one holds its row, so that two moves at the same moment cannot make a circle.
create table diagnosis.tree (
  kind    text primary key check (kind in ('CAUSE', 'REMEDY', 'FAULT_LINE', 'CHECK')),
  version bigint not null default 0
);
insert into diagnosis.tree (kind) values ('CAUSE'), ('REMEDY'), ('FAULT_LINE'), ('CHECK');

create table diagnosis.tree_version (
  kind            text        not null references diagnosis.tree,
  code            text        not null,
  version         integer     not null,
  -- The entry as it was from then on, in the words of the API.
  content         jsonb       not null,
  reason          text        not null,
  changed_by      uuid,
  changed_by_name text        not null,
  changed_at      timestamptz not null,
  primary key (kind, code, version)
);

create table diagnosis.remedy (
  code       text primary key,
  name_zh    text    not null,
  name_en    text    not null,
  part_kinds text[]  not null default '{}',
  families   text[]  not null default '{}',
  -- Roughly how long it takes once somebody is there.
  minutes    integer not null check (minutes between 1 and 2880),
  active     boolean not null default true,
  version    integer not null default 0
);
create table diagnosis.remedy_cause (
  remedy_code text not null references diagnosis.remedy,
  cause_code  text not null references diagnosis.cause,
  primary key (remedy_code, cause_code)
);
create index remedy_cause_cause on diagnosis.remedy_cause (cause_code);

-- What the maker says: symptom in words, cause, and how much it weighs against what was counted.
create table diagnosis.fault_line (
  code         text primary key,
  family       text,
  model        text,
  words_zh     text          not null,
  words_en     text          not null,
  symptom_code text references cases.symptom,
  cause_code   text          not null references diagnosis.cause,
  part_kinds   text[]        not null default '{}',
  -- Worth as many cases as if so many had been found.
  weight       numeric(4, 1) not null check (weight between 0.1 and 50),
  source       text          not null,
  active       boolean       not null default true,
  version      integer       not null default 0
);
create index fault_line_cause on diagnosis.fault_line (cause_code);
create index fault_line_symptom on diagnosis.fault_line (symptom_code);

create table diagnosis.guided_check (
  code          text primary key,
  question_zh   text          not null,
  question_en   text          not null,
  how_zh        text          not null,
  how_en        text          not null,
  done_by       text          not null check (done_by in ('CUSTOMER', 'ENGINEER', 'SUPPORT')),
  minutes       integer       not null check (minutes between 1 and 480),
  families      text[]        not null default '{}',
  symptom_codes text[]        not null default '{}',
  -- Probability of a yes for every cause that has no sign of its own.
  otherwise     numeric(3, 2) not null check (otherwise between 0.01 and 0.99),
  active        boolean       not null default true,
  version       integer       not null default 0
);
create table diagnosis.guided_check_sign (
  check_code text          not null references diagnosis.guided_check,
  cause_code text          not null references diagnosis.cause,
  yes        numeric(3, 2) not null check (yes between 0.01 and 0.99),
  primary key (check_code, cause_code)
);

-- Answers of a case. A corrected answer is one more row; the newest revision holds, the earlier ones stay.
create table diagnosis.check_answer (
  case_id          uuid        not null,
  check_code       text        not null references diagnosis.guided_check,
  revision         integer     not null,
  answer           text        not null check (answer in ('YES', 'NO', 'UNKNOWN')),
  answered_by      uuid,
  answered_by_name text        not null,
  answered_at      timestamptz not null,
  org_path         ltree       not null,
  primary key (case_id, check_code, revision)
);
select platform.protect('diagnosis.check_answer');

insert into diagnosis.remedy (code, name_zh, name_en, part_kinds, minutes) values
  ('replace-mainboard', '更换主板', 'Replace the mainboard', array['MAINBOARD'], 90),
  ('replace-pci-board', '更换 PCI 板', 'Replace the PCI board', array['PCI_BOARD'], 45),
  ('replace-cpu-board', '更换 CPU 板', 'Replace the CPU board', array['CPU_BOARD'], 60),
  ('replace-network-card', '更换网卡', 'Replace the network card', array['NETWORK_CARD'], 40),
  ('replace-memory', '更换内存', 'Replace the memory module', array['MEMORY'], 40),
  ('replace-disk', '更换硬盘并重建阵列', 'Replace the disk and rebuild the array', array['DISK'], 30),
  ('disk-online', '硬盘重新上线并重建', 'Bring the disk back online and rebuild', '{}', 30),
  ('replace-raid-card', '更换 RAID 卡并导入配置', 'Replace the RAID card and import its configuration', array['RAID_CARD'], 75),
  ('replace-raid-battery', '更换 RAID 电池', 'Replace the RAID battery', array['RAID_BATTERY'], 30),
  ('replace-backplane', '更换硬盘背板', 'Replace the disk backplane', array['BACKPLANE'], 60),
  ('replace-power-supply', '更换电源模块', 'Replace the power supply', array['POWER_SUPPLY'], 20),
  ('replace-regulator', '更换电压调节模块', 'Replace the voltage regulator', array['VOLTAGE_REGULATOR'], 45),
  ('replace-management', '复位或更换管理模块', 'Reset or replace the management controller', array['MANAGEMENT_CARD'], 45),
  ('replace-clock-battery', '更换时钟电池并重设 BIOS', 'Replace the clock battery and set the BIOS again', array['CLOCK_BATTERY'], 25),
  ('replace-fan', '更换风扇', 'Replace the fan', array['FAN'], 20),
  ('replace-cable', '重新插接或更换线缆', 'Reseat or replace the cable', array['CABLE'], 20),
  ('reseat', '重新插拔并清洁触点', 'Reseat and clean the contacts', '{}', 30),
  ('supported-parts', '换成支持的部件并按规则插放', 'Fit supported parts in the prescribed order', '{}', 45),
  ('update-firmware', '升级或重刷驱动与固件', 'Update or restore drivers and firmware', '{}', 60),
  ('repair-system', '修复操作系统', 'Repair the operating system', '{}', 120),
  ('correct-settings', '改正 BIOS 或阵列设置', 'Correct BIOS or array settings', '{}', 25),
  ('clean-air-way', '清洁风道、重涂硅脂、固定散热片', 'Clean the air way, renew paste, fasten the heat sink', '{}', 45),
  ('site-power', '请客户检修供电', 'Customer has the site power repaired', '{}', 60),
  ('site-climate', '请客户修复空调或通风', 'Customer has the climate repaired', '{}', 60);
insert into diagnosis.remedy_cause (remedy_code, cause_code) values
  ('replace-mainboard', 'board.mainboard'), ('replace-pci-board', 'board.pci'), ('replace-cpu-board', 'board.cpu'),
  ('replace-network-card', 'board.network'), ('replace-memory', 'memory.damaged'), ('replace-disk', 'disk.damaged'),
  ('disk-online', 'disk.offline'), ('replace-raid-card', 'raid.card'), ('replace-raid-battery', 'raid.battery'),
  ('replace-backplane', 'board.backplane'), ('replace-power-supply', 'power.supply'), ('replace-regulator', 'power.regulator'),
  ('replace-management', 'board.management'), ('replace-clock-battery', 'board.clock-battery'), ('replace-fan', 'cooling.fan'),
  ('replace-cable', 'connection.cable'), ('reseat', 'connection.slot'), ('reseat', 'connection.cable'),
  ('supported-parts', 'connection.mixed-parts'), ('update-firmware', 'software.driver'), ('update-firmware', 'software.firmware'),
  ('repair-system', 'software.system'), ('correct-settings', 'software.settings'), ('clean-air-way', 'cooling.blocked'),
  ('site-power', 'external.power'), ('site-climate', 'external.environment');

insert into diagnosis.tree_version (kind, code, version, content, reason, changed_by_name, changed_at)
select 'CAUSE', code, 0, jsonb_build_object('code', code, 'parentCode', parent_code, 'nameZh', name_zh, 'nameEn', name_en,
         'families', families, 'partKinds', part_kinds, 'active', active, 'version', 0), '', 'Firstfix', now()
from diagnosis.cause
union all
select 'REMEDY', code, 0, jsonb_build_object('code', code, 'nameZh', name_zh, 'nameEn', name_en,
         'causes', (select jsonb_agg(cause_code order by cause_code) from diagnosis.remedy_cause where remedy_code = code),
         'partKinds', part_kinds, 'families', families, 'minutes', minutes, 'active', active, 'version', 0), '', 'Firstfix', now()
from diagnosis.remedy;
