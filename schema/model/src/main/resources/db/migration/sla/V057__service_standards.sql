-- What the house promises beside contracts: to its customers by tier, and each department to the next. Measured on the same
-- calendars as the contracts, from one moment of a case to another.
create table sla.standard (
  code             text primary key check (code ~ '^[A-Z][A-Z0-9_]{0,39}$'),
  name_zh          text    not null,
  name_en          text    not null,
  audience         text    not null check (audience in ('CUSTOMER', 'HOUSE')),
  -- Of the customers it is promised to; every one if none is named.
  tier             text,
  begins_with      text    not null,
  ends_with        text    not null check (ends_with <> begins_with),
  minutes          integer not null check (minutes between 1 and 525600),
  calendar_code    text    not null,
  responsible_role text    not null,
  active           boolean not null default true,
  version          integer not null default 0
);
insert into sla.standard (code, name_zh, name_en, audience, tier, begins_with, ends_with, minutes, calendar_code, responsible_role) values
  ('ANSWER', '首次响应', 'First answer', 'CUSTOMER', null, 'CASE_REPORTED', 'CASE_ANSWERED', 30, 'CN-5x9', 'AGENT'),
  ('ANSWER_VIP', '大客户首次响应', 'First answer to key customers', 'CUSTOMER', 'VIP', 'CASE_REPORTED', 'CASE_ANSWERED', 15, 'ALWAYS', 'AGENT'),
  ('QUOTE', '发出报价', 'Quote sent', 'CUSTOMER', null, 'QUOTE_REQUESTED', 'QUOTE_SENT', 240, 'CN-5x9', 'AGENT'),
  ('CARE_CALL', '修复后回访', 'Care call after the repair', 'CUSTOMER', null, 'WORK_DONE', 'CASE_CLOSED', 1080, 'CN-5x9', 'AGENT'),
  ('DESK_TO_FIELD', '坐席转派单', 'From the desk to the field', 'HOUSE', null, 'CASE_REPORTED', 'CASE_RELEASED', 120, 'CN-5x9', 'AGENT'),
  ('SUPPORT', '技术支持预判', 'Prediction by technical support', 'HOUSE', null, 'CASE_REPORTED', 'CAUSE_PREDICTED', 90, 'CN-5x9', 'TECHNICAL_SUPPORT'),
  ('DISPATCH', '调度预约', 'Booked by dispatch', 'HOUSE', null, 'CASE_RELEASED', 'VISIT_BOOKED', 60, 'CN-5x9', 'DISPATCHER'),
  ('FIELD', '预约到场', 'On site after booking', 'HOUSE', null, 'VISIT_BOOKED', 'ENGINEER_ON_SITE', 540, 'CN-5x9', 'ENGINEER');

-- A case as the standards see it; what a standard needs to begin later.
create table sla.standard_subject (
  case_id     uuid primary key,
  case_number text  not null,
  tier        text  not null,
  zone        text  not null,
  org_path    ltree not null
);
select platform.protect('sla.standard_subject');

create table sla.standard_clock (
  case_id           uuid        not null references sla.standard_subject,
  standard_code     text        not null references sla.standard,
  case_number       text        not null,
  started_at        timestamptz not null,
  target_seconds    bigint      not null check (target_seconds > 0),
  calendar_code     text        not null,
  calendar_version  integer     not null,
  official_revision integer     not null,
  zone              text        not null,
  due_at            timestamptz not null,
  ended_at          timestamptz,
  -- Nobody waits for it any more: the case was cancelled.
  cancelled         boolean     not null default false,
  org_path          ltree       not null,
  -- The same place as text: its comparison may pass row-level security, so that a branch is found by index.
  branch            text        collate "C" not null generated always as (ltree2text(org_path)) stored,
  primary key (case_id, standard_code)
);
create index standard_clock_due on sla.standard_clock (due_at, case_id, standard_code);
create index standard_clock_due_branch on sla.standard_clock (branch, due_at, case_id, standard_code);
create index standard_clock_standard on sla.standard_clock (standard_code, due_at, case_id);
select platform.protect('sla.standard_clock');
