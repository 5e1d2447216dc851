create schema if not exists dispatch;

create table dispatch.skill (
  code    text primary key,
  name_zh text not null,
  name_en text not null
);
create table dispatch.territory (
  code        text primary key,
  name_zh     text  not null,
  name_en     text  not null,
  org_path    ltree not null
);

create table dispatch.engineer (
  id             uuid primary key references organization.person,
  code           text    not null unique,
  name           text    not null,
  territory_code text references dispatch.territory,
  home_latitude  double precision,
  home_longitude double precision,
  zone           text    not null,
  active         boolean not null default true,
  org_path       ltree   not null,
  version        integer not null default 0
);
select platform.protect('dispatch.engineer');
create table dispatch.engineer_skill (
  engineer_id uuid    not null references dispatch.engineer,
  skill_code  text    not null references dispatch.skill,
  level       integer not null check (level between 1 and 5),
  expires_on  date,
  primary key (engineer_id, skill_code)
);
create table dispatch.shift (
  id          uuid primary key default uuidv7(),
  engineer_id uuid        not null references dispatch.engineer,
  starts_at   timestamptz not null,
  ends_at     timestamptz not null check (ends_at > starts_at),
  kind        text        not null check (kind in ('NORMAL', 'STANDBY', 'OVERTIME')),
  org_path    ltree       not null,
  exclude using gist (engineer_id with =, tstzrange(starts_at, ends_at) with &&)
);
create index shift_start on dispatch.shift (engineer_id, starts_at);
select platform.protect('dispatch.shift');
create table dispatch.absence (
  id          uuid primary key default uuidv7(),
  engineer_id uuid        not null references dispatch.engineer,
  starts_at   timestamptz not null,
  ends_at     timestamptz not null check (ends_at > starts_at),
  reason      text        not null check (reason in ('LEAVE', 'ILLNESS', 'TRAINING', 'OTHER')),
  note        text        not null default '',
  org_path    ltree       not null
);
create index absence_engineer on dispatch.absence (engineer_id, starts_at);
select platform.protect('dispatch.absence');
-- Named customers of a dedicated engineer.
create table dispatch.dedication (
  account_id  uuid  not null references customer.account,
  engineer_id uuid  not null references dispatch.engineer,
  stand_in_id uuid references dispatch.engineer,
  org_path    ltree not null,
  primary key (account_id)
);
select platform.protect('dispatch.dedication');

create table dispatch.overlap_policy (
  org_path ltree primary key,
  policy   text    not null check (policy in ('FORBIDDEN', 'WARNED', 'ALLOWED')),
  version  integer not null default 0
);
insert into dispatch.overlap_policy (org_path, policy) values ('', 'FORBIDDEN');

create table dispatch.appointment (
  id            uuid primary key default uuidv7(),
  number        text        not null unique,
  work_order_id uuid        not null references workorder.work_order,
  engineer_id   uuid        not null references dispatch.engineer,
  starts_at     timestamptz not null,
  ends_at       timestamptz not null check (ends_at > starts_at),
  status        text        not null check (status in ('BOOKED', 'ACCEPTED', 'TRAVELLING', 'ON_SITE', 'DONE', 'CANCELLED')),
  -- The policy in force when it was booked. The constraint below is the last word, whatever the server believed.
  overlap       text        not null check (overlap in ('FORBIDDEN', 'WARNED', 'ALLOWED')),
  accepted_at   timestamptz,
  travelling_at timestamptz,
  arrived_at    timestamptz,
  arrived_latitude  double precision,
  arrived_longitude double precision,
  done_at       timestamptz,
  cancel_reason text        not null default '',
  booked_by     text        not null,
  booked_at     timestamptz not null,
  org_path      ltree       not null,
  version       integer     not null default 0,
  constraint no_double_booking exclude using gist (engineer_id with =, tstzrange(starts_at, ends_at) with &&)
    where (overlap = 'FORBIDDEN' and status not in ('CANCELLED', 'DONE'))
);
create sequence dispatch.appointment_number start 1001;
create index appointment_engineer on dispatch.appointment (engineer_id, starts_at);
create index appointment_busy on dispatch.appointment using gist (engineer_id, tstzrange(starts_at, ends_at))
  where status not in ('CANCELLED', 'DONE');
create index appointment_order on dispatch.appointment (work_order_id);
create index appointment_day on dispatch.appointment (starts_at, id);
create unique index appointment_current on dispatch.appointment (work_order_id) where status not in ('CANCELLED', 'DONE');
select platform.protect('dispatch.appointment');

insert into dispatch.skill (code, name_zh, name_en) values
  ('SERVER', 'PC 服务器', 'PC servers'), ('STORAGE', '存储', 'Storage'), ('NETWORK', '网络', 'Network'),
  ('UPS', 'UPS 电源', 'UPS'), ('MIDRANGE', '小型机', 'Midrange systems');
