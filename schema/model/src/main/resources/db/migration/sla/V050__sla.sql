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
-- Official notices of days off and make-up working days, as they came in. A notice is never changed: a correction of the
-- same year is a later revision. Whoever names a revision always gets the same days, so an answer can be repeated.
create table sla.official_notice (
  revision    integer     primary key,
  year        integer     not null check (year between 1970 and 2199),
  imported_at timestamptz not null,
  imported_by text        not null,
  source      text        not null
);
create index official_notice_year on sla.official_notice (year, revision);
create table sla.official_day (
  revision integer not null references sla.official_notice,
  day      date    not null,
  day_off  boolean not null,
  name_zh  text    not null,
  name_en  text    not null,
  primary key (revision, day)
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
  official_revision integer not null,
  zone          text        not null,
  started_at    timestamptz not null,
  status        text        not null check (status in ('RUNNING', 'PAUSED', 'STOPPED')),
  paused_since  timestamptz,
  pause_reason  text,
  stopped_at    timestamptz,
  org_path      ltree       not null,
  version       integer     not null default 0,
  check ((status = 'PAUSED') = (paused_since is not null)),
  check ((status = 'STOPPED') = (stopped_at is not null))
);
-- Clocks that a newer version of their calendar concerns.
create index sla_clock_open on sla.sla_clock (calendar_code, calendar_version, official_revision) where status <> 'STOPPED';
select platform.protect('sla.sla_clock');

-- Each milestone keeps the calendar it was promised in: what was reached or missed stays as it was when terms change.
create table sla.milestone (
  clock_id          uuid        not null references sla.sla_clock,
  kind              text        not null check (kind in ('RESPONSE', 'ON_SITE', 'RESTORE')),
  case_id           uuid        not null,
  case_number       text        not null,
  target_seconds    bigint      not null check (target_seconds > 0),
  calendar_code     text        not null,
  calendar_version  integer     not null,
  official_revision integer     not null,
  zone              text        not null,
  status            text        not null check (status in ('RUNNING', 'PAUSED', 'MET', 'MISSED', 'CANCELLED')),
  due_at            timestamptz,
  warn_at           timestamptz,
  warned            boolean     not null default false,
  remaining_seconds bigint,
  reached_at        timestamptz,
  missed            boolean     not null default false,
  -- Not reached and not cancelled: somebody still has to do it, in time or late.
  awaited           boolean     not null default true,
  org_path          ltree       not null,
  -- The same place as text: its comparison may pass row-level security, so that a branch is found by index.
  branch            text        collate "C" not null generated always as (ltree2text(org_path)) stored,
  primary key (clock_id, kind)
);
create index milestone_running on sla.milestone (due_at) where status = 'RUNNING';
create index milestone_to_warn on sla.milestone (warn_at) where status = 'RUNNING' and not warned;
create index milestone_at_risk on sla.milestone (due_at, clock_id, kind) where awaited and status <> 'PAUSED';
create index milestone_at_risk_branch on sla.milestone (branch, due_at, clock_id, kind) where awaited and status <> 'PAUSED';
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
create index clock_pause_clock on sla.clock_pause (clock_id, started_at, id);
create unique index clock_pause_open on sla.clock_pause (clock_id) where ended_at is null;
select platform.protect('sla.clock_pause');

-- Hours are read on the wall clock of the site unless a calendar names a zone.
insert into sla.calendar (code, name_zh, name_en, version) values
  ('CN-5x9', '工作日 09:00–18:00', 'Working days 09:00–18:00', 1),
  ('CN-5x8', '工作日 09:00–17:00，午休一小时', 'Working days 09:00–17:00 with a lunch break', 1),
  ('ALWAYS', '全天候 7x24', 'Round the clock, 7x24', 1);
insert into sla.calendar_version (calendar_code, version, effective_from, zone, official, definition, made_at, made_by, reason)
select code, 1, date '2000-01-01', 'site', official, jsonb_build_object('zone', 'site', 'official', official, 'specialDays', '[]'::jsonb,
    'week', jsonb_build_object('mon', working, 'tue', working, 'wed', working, 'thu', working, 'fri', working, 'sat', weekend, 'sun', weekend)),
    timestamptz '2026-01-01 00:00:00+08', 'Firstfix', ''
from (values
  ('CN-5x9', true, '[["09:00", "18:00"]]'::jsonb, '[]'::jsonb),
  ('CN-5x8', true, '[["09:00", "12:00"], ["13:00", "17:00"]]'::jsonb, '[]'::jsonb),
  ('ALWAYS', false, '[["00:00", "24:00"]]'::jsonb, '[["00:00", "24:00"]]'::jsonb)
) calendars (code, official, working, weekend);
