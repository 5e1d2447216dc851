create schema if not exists diagnosis;

create table diagnosis.cause (
  code        text primary key,
  parent_code text references diagnosis.cause,
  name_zh     text    not null,
  name_en     text    not null,
  -- The kind of part that mends it, when one does.
  part_kind   text,
  active      boolean not null default true
);

create table diagnosis.diagnosis (
  id            uuid primary key default uuidv7(),
  case_id       uuid        not null unique,
  case_number   text        not null,
  symptom_code  text,
  family        text,
  -- As the case has them: the most urgent is diagnosed first.
  priority      text        not null check (priority in ('P1', 'P2', 'P3', 'P4')),
  opened_at     timestamptz not null,
  -- The engineer to whom the customer belongs, if he diagnoses himself.
  dedicated_engineer_id uuid,
  -- Which visit is being prepared: a second one is predicted anew.
  round         integer     not null default 1,
  status        text        not null check (status in ('OPEN', 'RECORDED', 'FROZEN', 'SCORED')),
  source        text        not null check (source in ('COUNTED', 'TECHNICAL_SUPPORT', 'DEDICATED_ENGINEER')),
  unknown       boolean     not null default false,
  remarks       text        not null default '',
  recorded_by   uuid,
  recorded_by_name text     not null default '',
  recorded_at   timestamptz,
  review        text        not null default 'NOT_NEEDED' check (review in ('NOT_NEEDED', 'PENDING', 'AGREED', 'CHANGED')),
  reviewed_by_name text     not null default '',
  frozen_at     timestamptz,
  org_path      ltree       not null,
  version       integer     not null default 0
);
create index diagnosis_open on diagnosis.diagnosis (priority, opened_at, id) where status = 'OPEN';
create index diagnosis_review on diagnosis.diagnosis (priority, opened_at, id) where review = 'PENDING';
select platform.protect('diagnosis.diagnosis');

create table diagnosis.likely_cause (
  diagnosis_id uuid    not null references diagnosis.diagnosis,
  rank         integer not null check (rank between 1 and 10),
  cause_code   text    not null references diagnosis.cause,
  probability  numeric(5, 4) not null check (probability between 0 and 1),
  primary key (diagnosis_id, rank),
  unique (diagnosis_id, cause_code)
);
-- At most two parts travel with an engineer: the key allows no third.
create table diagnosis.carried_part (
  diagnosis_id uuid    not null references diagnosis.diagnosis,
  slot         integer not null check (slot in (1, 2)),
  part_number  text    not null references asset.part,
  primary key (diagnosis_id, slot),
  unique (diagnosis_id, part_number)
);

-- What was predicted when the engineer left, one row per visit: never changed, only scored once the truth is known.
create table diagnosis.prediction (
  diagnosis_id   uuid        not null references diagnosis.diagnosis,
  round          integer     not null,
  case_id        uuid        not null,
  symptom_code   text,
  family         text,
  source         text        not null,
  unknown        boolean     not null,
  causes         text[]      not null,
  probabilities  numeric[]   not null,
  parts          text[]      not null check (cardinality(parts) <= 2),
  diagnosed_by   uuid,
  diagnosed_by_name text     not null,
  frozen_at      timestamptz not null,
  top_hit        boolean,
  any_hit        boolean,
  parts_right    integer,
  scored_at      timestamptz,
  org_path       ltree       not null,
  primary key (diagnosis_id, round)
);
create index prediction_case on diagnosis.prediction (case_id);
create index prediction_scored on diagnosis.prediction (scored_at) where scored_at is not null;
select platform.protect('diagnosis.prediction');

create table diagnosis.outcome (
  case_id        uuid primary key,
  diagnosis_id   uuid references diagnosis.diagnosis,
  symptom_code   text,
  family         text,
  model_code     text,
  top_hit        boolean,
  any_hit        boolean,
  parts_carried  integer     not null,
  parts_needed   integer     not null,
  parts_right    integer     not null,
  diagnosed_by   uuid,
  found_at       timestamptz not null,
  org_path       ltree       not null
);
create index outcome_lookup on diagnosis.outcome (symptom_code, family);
select platform.protect('diagnosis.outcome');
create table diagnosis.true_cause (
  case_id    uuid not null references diagnosis.outcome,
  cause_code text not null references diagnosis.cause,
  primary key (case_id, cause_code)
);
-- Knowledge is counted: how often this symptom of this family had this cause, over the whole house.
create table diagnosis.cause_count (
  symptom_code text    not null,
  family       text    not null,
  cause_code   text    not null references diagnosis.cause,
  cases        integer not null,
  primary key (symptom_code, family, cause_code)
);

insert into diagnosis.cause (code, parent_code, name_zh, name_en, part_kind) values
  ('board', null, '板卡', 'Boards', null),
  ('memory', null, '内存', 'Memory', null),
  ('disk', null, '硬盘', 'Disk', null),
  ('raid', null, 'RAID', 'RAID', null),
  ('power', null, '电源', 'Power', null),
  ('connection', null, '连接', 'Connections', null),
  ('software', null, '软件', 'Software', null),
  ('cooling', null, '散热', 'Cooling', null),
  ('external', null, '外部', 'External', null),
  ('board.mainboard', 'board', '主板故障', 'Mainboard fault', 'MAINBOARD'),
  ('board.pci', 'board', 'PCI 板故障', 'PCI board fault', 'PCI_BOARD'),
  ('board.cpu', 'board', 'CPU 板故障', 'CPU board fault', 'CPU'),
  ('board.network', 'board', '网卡故障', 'Network card fault', 'NETWORK_CARD'),
  ('memory.damaged', 'memory', '内存损坏', 'Memory damaged', 'MEMORY'),
  ('disk.damaged', 'disk', '硬盘物理损坏', 'Disk physically damaged', 'DISK'),
  ('disk.offline', 'disk', '硬盘逻辑掉线', 'Disk logically offline', null),
  ('raid.card', 'raid', 'RAID 卡故障', 'RAID card fault', 'RAID_CARD'),
  ('raid.battery', 'raid', 'RAID 电池失效', 'RAID battery worn out', 'RAID_BATTERY'),
  ('power.supply', 'power', '电源模块故障', 'Power supply fault', 'POWER_SUPPLY'),
  ('connection.slot', 'connection', '插槽松动', 'Loose slot', null),
  ('connection.cable', 'connection', '线缆接触不良', 'Bad cable contact', 'CABLE'),
  ('software.driver', 'software', '驱动或固件问题', 'Driver or firmware', null),
  ('software.system', 'software', '操作系统故障', 'Operating system fault', null),
  ('cooling.fan', 'cooling', '风扇故障', 'Fan fault', 'FAN'),
  ('external.power', 'external', '机房供电异常', 'Site power fault', null),
  ('external.environment', 'external', '环境温湿度异常', 'Site temperature or humidity', null);
