create schema if not exists cases;
create sequence cases.case_number start 1001;

create table cases.symptom (
  code        text primary key,
  parent_code text references cases.symptom,
  name_zh     text    not null,
  name_en     text    not null,
  initials    text    not null,
  active      boolean not null default true
);

create table cases.service_case (
  id              uuid primary key default uuidv7(),
  -- Bytewise, so that the beginning of a number is a range and its index is used below row-level security as well.
  number          text        collate "C" not null unique,
  status          text        not null check (status in ('RECEIVED', 'WAITING_FOR_CUSTOMER', 'RELEASED', 'WITH_VENDOR', 'WORK_DONE', 'RESOLVED_REMOTELY', 'CLOSED', 'CANCELLED')),
  channel         text        not null check (channel in ('PHONE', 'PORTAL', 'EMAIL', 'CHAT', 'ENGINEER', 'MONITORING', 'IMPORT')),
  subject         text        not null,
  description     text        not null default '',
  symptom_code    text references cases.symptom,
  account_id      uuid        not null references customer.account,
  site_id         uuid        not null references customer.site,
  contact_id      uuid references customer.contact,
  asset_id        uuid references asset.asset,
  model_code      text,
  family          text,
  impact          text        not null check (impact in ('STOPPED', 'DEGRADED', 'REDUNDANCY_LOST', 'NONE')),
  urgency         text        not null check (urgency in ('HIGH', 'MEDIUM', 'LOW')),
  priority        text        not null check (priority in ('P1', 'P2', 'P3', 'P4')),
  coverage_code   text,
  contract_line_id uuid,
  -- When the customer told us, apart from when we wrote it down: the clock follows the first.
  reported_at     timestamptz not null,
  entered_at      timestamptz not null,
  entered_by      uuid,
  owner_user_id   uuid,
  dedicated_engineer_id uuid,
  -- When the next milestone of its clock is due; the clock itself is kept by the module sla.
  due_at          timestamptz,
  at_risk         boolean     not null default false,
  responded_at    timestamptz,
  -- Where it goes on when the customer is ready.
  waiting_since   timestamptz,
  waiting_from    text check (waiting_from in ('RECEIVED', 'RELEASED', 'WITH_VENDOR')),
  waiting_reason  text        not null default '',
  remote_cause_code text,
  resolution      text        not null default '',
  reopened        integer     not null default 0,
  critical_watch  boolean     not null default false,
  second_visit    boolean     not null default false,
  second_visit_reason text    not null default '',
  closed_at       timestamptz,
  org_path        ltree       not null,
  -- The same place as text: its comparison may pass row-level security, so that a branch is found by index.
  branch          text        collate "C" not null generated always as (ltree2text(org_path)) stored,
  version         integer     not null default 0,
  check ((status = 'WAITING_FOR_CUSTOMER') = (waiting_from is not null))
);
create index service_case_reported on cases.service_case (reported_at desc, id desc);
create index service_case_status on cases.service_case (status, reported_at desc, id desc);
create index service_case_priority on cases.service_case (priority, reported_at desc, id desc);
create index service_case_account on cases.service_case (account_id, reported_at desc, id desc);
create index service_case_site on cases.service_case (site_id, reported_at desc, id desc);
create index service_case_asset on cases.service_case (asset_id, reported_at desc, id desc);
create index service_case_symptom on cases.service_case (symptom_code, reported_at desc, id desc);
create index service_case_owner on cases.service_case (owner_user_id, reported_at desc, id desc);
-- Nothing due comes last: the list by due time hides no case that still needs somebody.
create index service_case_due on cases.service_case (coalesce(due_at, 'infinity'), id) where status not in ('CLOSED', 'CANCELLED');
-- The open ones are few whatever else is asked of them.
create index service_case_open on cases.service_case (reported_at desc, id desc) where status not in ('CLOSED', 'CANCELLED');
create index service_case_due_branch on cases.service_case (branch, coalesce(due_at, 'infinity'), id) where status not in ('CLOSED', 'CANCELLED');
create index service_case_branch on cases.service_case (branch, reported_at desc, id desc);
create index service_case_at_risk on cases.service_case (due_at, id) where at_risk and status not in ('CLOSED', 'CANCELLED');
create index service_case_watched on cases.service_case (reported_at desc, id desc) where critical_watch;
select platform.protect('cases.service_case');

create table cases.case_note (
  id          uuid primary key default uuidv7(),
  case_id     uuid        not null references cases.service_case,
  at          timestamptz not null,
  author_name text        not null,
  text        text        not null,
  audience    text        not null check (audience in ('INTERNAL', 'CUSTOMER')),
  org_path    ltree       not null
);
create index case_note_case on cases.case_note (case_id, at desc, id desc);
select platform.protect('cases.case_note');

create table cases.case_attachment (
  case_id uuid  not null references cases.service_case,
  file_id uuid  not null references platform.stored_file,
  attached_at timestamptz not null,
  attached_by text  not null,
  org_path ltree not null,
  primary key (case_id, file_id)
);
select platform.protect('cases.case_attachment');

create table cases.phone_call (
  id            uuid primary key default uuidv7(),
  external_id   text        not null unique,
  digits        text        not null,
  shown_number  text        not null,
  line          text        not null default '',
  status        text        not null check (status in ('RINGING', 'ANSWERED', 'ENDED', 'MISSED')),
  rang_at       timestamptz not null,
  answered_at   timestamptz,
  ended_at      timestamptz,
  agent_user_id uuid,
  agent_name    text        not null default '',
  case_id       uuid references cases.service_case,
  org_path      ltree       not null,
  branch        text        collate "C" not null generated always as (ltree2text(org_path)) stored,
  version       integer     not null default 0
);
create index phone_call_recent on cases.phone_call (rang_at desc, id desc);
create index phone_call_status on cases.phone_call (status, rang_at desc, id desc);
create index phone_call_branch on cases.phone_call (branch, rang_at desc, id desc);
select platform.protect('cases.phone_call');

-- Critical watch: progress messages at a fixed interval and an incident report at the end.
create table cases.critical_watch (
  id               uuid primary key default uuidv7(),
  case_id          uuid        not null references cases.service_case,
  reason           text        not null,
  interval_minutes integer     not null check (interval_minutes between 5 and 1440),
  started_at       timestamptz not null,
  started_by       text        not null,
  next_message_at  timestamptz,
  -- The moment whose passing is announced next: exactly one announcement for each interval without a message.
  next_alarm_at    timestamptz,
  ended_at         timestamptz,
  ended_by         text        not null default '',
  incident_report  text        not null default '',
  org_path         ltree       not null,
  version          integer     not null default 0
);
create unique index critical_watch_open on cases.critical_watch (case_id) where ended_at is null;
create index critical_watch_case on cases.critical_watch (case_id, started_at desc);
create index critical_watch_due on cases.critical_watch (next_alarm_at) where ended_at is null;
select platform.protect('cases.critical_watch');
create table cases.progress_message (
  id          uuid primary key default uuidv7(),
  watch_id    uuid        not null references cases.critical_watch,
  at          timestamptz not null,
  text        text        not null,
  author_name text        not null,
  late        boolean     not null,
  org_path    ltree       not null
);
create index progress_message_watch on cases.progress_message (watch_id, at);
select platform.protect('cases.progress_message');

insert into cases.symptom (code, parent_code, name_zh, name_en, initials) values
  ('power', null, '电源与开机', 'Power and start-up', 'dyykj'),
  ('storage', null, '存储与硬盘', 'Storage and disks', 'ccyyp'),
  ('memory', null, '内存', 'Memory', 'nc'),
  ('board', null, '主板与板卡', 'Boards', 'zbybk'),
  ('system', null, '系统', 'System', 'xt'),
  ('cooling', null, '散热与风扇', 'Cooling and fans', 'sryfs'),
  ('network', null, '网络', 'Network', 'wl'),
  ('power.no-display', 'power', '开机无显示', 'No display at power-on', 'kjwxs'),
  ('power.no-power', 'power', '不加电', 'No power', 'bjd'),
  ('power.supply-alarm', 'power', '电源告警', 'Power supply alarm', 'dygj'),
  ('storage.disk-amber', 'storage', '硬盘黄灯常亮', 'Disk amber light steadily on', 'yphdcl'),
  ('storage.disk-not-detected', 'storage', '硬盘无法识别', 'Disk not detected', 'ypwfsb'),
  ('storage.raid-self-test', 'storage', 'RAID 卡自检不过', 'RAID card fails self-test', 'raidkzjbg'),
  ('memory.error', 'memory', '内存报错', 'Memory error', 'ncbc'),
  ('board.error', 'board', 'BOARD 报错', 'BOARD error', 'boardbc'),
  ('system.blue-screen', 'system', '开机蓝屏', 'Blue screen at power-on', 'kjlp'),
  ('system.restart', 'system', '频繁重启', 'Restarts repeatedly', 'pfcq'),
  ('cooling.fan-noise', 'cooling', '风扇异响', 'Fan noise', 'fsyx'),
  ('cooling.overheat', 'cooling', '温度过高', 'Overheating', 'wdgg'),
  ('network.link-down', 'network', '网口不通', 'Link down', 'wkbt');
