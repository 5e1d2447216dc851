create schema if not exists sla;

create table sla.calendar (
  code    text primary key,
  name_zh text    not null,
  name_en text    not null,
  version integer not null default 0
);
-- A calendar's definition is never changed, only followed by a newer version.
create table sla.calendar_version (
  calendar_code  text        not null references sla.calendar,
  version        integer     not null,
  effective_from date        not null,
  zone           text        not null,
  official       boolean     not null,
  definition     jsonb       not null,
  made_at        timestamptz not null,
  made_by        text        not null,
  reason         text        not null,
  primary key (calendar_code, version)
);
-- The official notice of a year: days off and make-up working days.
create table sla.official_day (
  day      date primary key,
  day_off  boolean not null,
  name_zh  text    not null,
  notice   integer not null
);
create table sla.official_notice (
  year        integer primary key,
  imported_at timestamptz not null,
  source      text        not null
);

create table sla.sla_clock (
  id            uuid primary key default uuidv7(),
  case_id       uuid        not null unique,
  case_number   text        not null,
  coverage_code text        not null,
  contract_line_id uuid,
  priority      text        not null,
  calendar_code text        not null,
  calendar_version integer  not null,
  zone          text        not null,
  started_at    timestamptz not null,
  status        text        not null check (status in ('RUNNING', 'PAUSED', 'STOPPED')),
  paused_since  timestamptz,
  pause_reason  text,
  stopped_at    timestamptz,
  org_path      ltree       not null,
  version       integer     not null default 0,
  check ((status = 'PAUSED') = (paused_since is not null))
);
select platform.protect('sla.sla_clock');

create table sla.milestone (
  clock_id          uuid        not null references sla.sla_clock,
  kind              text        not null check (kind in ('RESPONSE', 'ON_SITE', 'RESTORE')),
  case_id           uuid        not null,
  target_seconds    bigint      not null check (target_seconds > 0),
  status            text        not null check (status in ('RUNNING', 'PAUSED', 'MET', 'MISSED', 'CANCELLED')),
  due_at            timestamptz,
  warn_at           timestamptz,
  remaining_seconds bigint,
  reached_at        timestamptz,
  missed            boolean     not null default false,
  org_path          ltree       not null,
  primary key (clock_id, kind)
);
create index milestone_running on sla.milestone (due_at) where status = 'RUNNING';
create index milestone_running_case on sla.milestone (case_id);
select platform.protect('sla.milestone');

-- What happened to the clock, in order; nothing here is ever changed.
create table sla.clock_entry (
  id          uuid primary key default uuidv7(),
  clock_id    uuid        not null references sla.sla_clock,
  kind        text        not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  actor_name  text        not null,
  reason      text        not null default '',
  details     jsonb       not null default '{}',
  org_path    ltree       not null
);
create index clock_entry_clock on sla.clock_entry (clock_id, occurred_at, id);
select platform.protect('sla.clock_entry');

create table sla.clock_pause (
  id         uuid primary key default uuidv7(),
  clock_id   uuid        not null references sla.sla_clock,
  started_at timestamptz not null,
  ended_at   timestamptz check (ended_at >= started_at),
  reason     text        not null,
  evidence   text        not null default '',
  paused_by  text        not null,
  org_path   ltree       not null
);
create unique index clock_pause_open on sla.clock_pause (clock_id) where ended_at is null;
select platform.protect('sla.clock_pause');
