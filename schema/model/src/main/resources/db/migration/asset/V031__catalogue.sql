-- A first catalogue: the models of the ten real fault reports, their machine types, and spare parts per family.
-- Where the family is not certain, the machine type stands for it. The part numbers are invented; import your own.
insert into asset.product_model (code, family, name_zh, name_en, maker, category) values
  ('7979', 'x3650', 'System x3650 服务器（机型 7979）', 'System x3650 server (type 7979)', 'IBM', 'SERVER'),
  ('7979Q7C', 'x3650', 'System x3650 服务器', 'System x3650 server', 'IBM', 'SERVER'),
  ('7979R01', 'x3650', 'System x3650 服务器', 'System x3650 server', 'IBM', 'SERVER'),
  ('7979A11', 'x3650', 'System x3650 服务器', 'System x3650 server', 'IBM', 'SERVER'),
  ('7979F3A', 'x3650', 'System x3650 服务器', 'System x3650 server', 'IBM', 'SERVER'),
  ('7974', 'x3400', 'System x3400 服务器（机型 7974）', 'System x3400 server (type 7974)', 'IBM', 'SERVER'),
  ('7974Q3F', 'x3400', 'System x3400 服务器', 'System x3400 server', 'IBM', 'SERVER'),
  ('8887', 'x3400', 'System x3400 服务器（机型 8887）', 'System x3400 server (type 8887)', 'IBM', 'SERVER'),
  ('888798X', 'x3400', 'System x3400 服务器', 'System x3400 server', 'IBM', 'SERVER'),
  ('8840', 'x346', 'xSeries 346 服务器（机型 8840）', 'xSeries 346 server (type 8840)', 'IBM', 'SERVER'),
  ('8840CFG', 'x346', 'xSeries 346 服务器', 'xSeries 346 server', 'IBM', 'SERVER'),
  ('8670', 'x345', 'xSeries 345 服务器（机型 8670）', 'xSeries 345 server (type 8670)', 'IBM', 'SERVER'),
  ('867071X', 'x345', 'xSeries 345 服务器', 'xSeries 345 server', 'IBM', 'SERVER'),
  ('8675', '8675', 'IBM 8675 服务器', 'IBM 8675 server', 'IBM', 'SERVER'),
  ('867512D', '8675', 'IBM 8675 服务器', 'IBM 8675 server', 'IBM', 'SERVER'),
  ('6623', '6623', 'IBM 6623', 'IBM 6623', 'IBM', 'SERVER'),
  ('6623ISN', '6623', 'IBM 6623', 'IBM 6623', 'IBM', 'SERVER');

insert into asset.part (number, name_zh, name_en, kind, families)
select 'FF-' || kind.code || '-' || upper(family.name), kind.name_zh || ' ' || family.name, kind.name_en || ' ' || family.name,
       kind.kind, array[family.name]
from (values
  ('MB', 'MAINBOARD', '主板', 'Mainboard'),
  ('MEM', 'MEMORY', '内存', 'Memory'),
  ('HDD', 'DISK', '硬盘', 'Hard disk'),
  ('RAID', 'RAID_CARD', 'RAID卡', 'RAID card'),
  ('RBAT', 'RAID_BATTERY', 'RAID卡电池', 'RAID card battery'),
  ('PCI', 'PCI_BOARD', 'PCI板', 'PCI board'),
  ('PSU', 'POWER_SUPPLY', '电源', 'Power supply'),
  ('FAN', 'FAN', '风扇', 'Fan'),
  ('CPU', 'CPU_BOARD', 'CPU板', 'CPU board'),
  ('NIC', 'NETWORK_CARD', '网卡', 'Network card')
) as kind (code, kind, name_zh, name_en)
cross join (select distinct family from asset.product_model) as family (name);

insert into asset.part (number, name_zh, name_en, kind) values
  ('FF-CBL-DISK', '硬盘数据线', 'Disk data cable', 'CABLE'),
  ('FF-CBL-POWER', '电源线', 'Power cord', 'CABLE'),
  ('FF-CBL-NET', '网线', 'Network cable', 'CABLE');
