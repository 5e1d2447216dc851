-- The tree of symptoms is kept by the house itself: who changed what and why stays, and any earlier state can be brought back.
alter table cases.symptom
  -- Families of machines it is reported of; empty for all.
  add column families text[]  not null default '{}',
  add column version  integer not null default 0;

-- One row. Whoever changes the tree holds it, so that two moves at the same moment cannot make a circle.
create table cases.symptom_tree (
  only_row boolean primary key default true check (only_row),
  version  bigint  not null default 0
);
insert into cases.symptom_tree default values;

create table cases.symptom_version (
  code            text        not null references cases.symptom,
  version         integer     not null,
  -- The symptom as it was from then on, in the words of the API.
  content         jsonb       not null,
  reason          text        not null,
  changed_by      uuid,
  changed_by_name text        not null,
  changed_at      timestamptz not null,
  primary key (code, version)
);

insert into cases.symptom (code, parent_code, name_zh, name_en, initials) values
  ('storage.array-degraded', 'storage', '阵列降级', 'Array degraded', 'zljj'),
  ('board.self-test', 'board', '开机自检报错', 'Power-on self-test error', 'kjzjbc'),
  ('system.no-boot', 'system', '无法引导系统', 'Does not boot the system', 'wfydxt'),
  ('system.hang', 'system', '死机', 'Hangs', 'sj'),
  ('system.firmware', 'system', '固件升级失败', 'Firmware update failed', 'gjsjsb'),
  ('cooling.fan-alarm', 'cooling', '风扇告警', 'Fan alarm', 'fsgj'),
  ('network.unstable', 'network', '网络时断时续', 'Network unstable', 'wlsdsx');

insert into cases.symptom_version (code, version, content, reason, changed_by_name, changed_at)
select code, 0, jsonb_build_object('code', code, 'parentCode', parent_code, 'nameZh', name_zh, 'nameEn', name_en, 'families', families,
         'active', active, 'version', 0), '', 'Firstfix', now()
from cases.symptom;
