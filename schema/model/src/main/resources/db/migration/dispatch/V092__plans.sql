-- The plan of a territory (or of a branch without one) for a day. What is in force are the appointments; a plan says which of
-- its versions made them so.
create table dispatch.plan (
  id             uuid primary key default uuidv7(),
  org_path       ltree   not null,
  territory_code text references dispatch.territory,
  day            date    not null,
  -- Number of the version in force; 0 before the first.
  published      integer not null default 0,
  unique nulls not distinct (org_path, territory_code, day)
);
select platform.protect('dispatch.plan');

create table dispatch.plan_version (
  id                uuid primary key default uuidv7(),
  plan_id           uuid        not null references dispatch.plan,
  -- Given when it is published.
  number            integer     check (number > 0),
  status            text        not null check (status in ('COMPUTING', 'PROPOSED', 'PUBLISHED', 'DISCARDED', 'FAILED')),
  cause             text        not null check (cause in ('PLAN', 'ILLNESS', 'OVERTIME', 'CANCELLATION', 'UNDO')),
  cause_note        text        not null default '',
  -- The version in force when it was asked for.
  based_on          integer     not null,
  undoes            uuid references dispatch.plan_version,
  seed              bigint      not null,
  iterations        bigint      not null,
  policy_version    integer     not null,
  before_hard       bigint      not null default 0,
  before_money      bigint      not null default 0,
  before_preference bigint      not null default 0,
  after_hard        bigint      not null default 0,
  after_money       bigint      not null default 0,
  after_preference  bigint      not null default 0,
  requested_by      text        not null,
  requested_at      timestamptz not null,
  computed_at       timestamptz,
  decided_by        text,
  decided_at        timestamptz,
  org_path          ltree       not null,
  check ((status = 'PUBLISHED') = (number is not null))
);
create unique index plan_version_number on dispatch.plan_version (plan_id, number) where number is not null;
-- One proposal at a time: whoever asks anew sets the old one aside.
create unique index plan_version_open on dispatch.plan_version (plan_id) where status in ('COMPUTING', 'PROPOSED');
create unique index plan_version_undone_once on dispatch.plan_version (undoes) where undoes is not null and status = 'PUBLISHED';
create index plan_version_plan on dispatch.plan_version (plan_id, requested_at desc);
select platform.protect('dispatch.plan_version');

create table dispatch.proposed_change (
  version_id         uuid    not null references dispatch.plan_version,
  position           integer not null,
  kind               text    not null check (kind in ('BOOK', 'MOVE', 'RELEASE')),
  state              text    not null default 'PROPOSED' check (state in ('PROPOSED', 'APPLIED', 'LEFT')),
  work_order_id      uuid    not null references workorder.work_order,
  appointment_number text,
  former_engineer_id uuid references dispatch.engineer,
  former_starts_at   timestamptz,
  former_ends_at     timestamptz,
  engineer_id        uuid references dispatch.engineer,
  starts_at          timestamptz,
  ends_at            timestamptz check (ends_at > starts_at),
  -- What the visit costs there, rule by rule: [{"rule", "level", "amount"}].
  reasons            jsonb   not null,
  org_path           ltree   not null,
  primary key (version_id, position),
  check ((kind = 'RELEASE') = (engineer_id is null)),
  check ((kind = 'BOOK') = (former_engineer_id is null))
);
select platform.protect('dispatch.proposed_change');

-- A plan may exchange visits: the last word on double booking is spoken when all of them have moved.
alter table dispatch.appointment drop constraint no_double_booking;
alter table dispatch.appointment add constraint no_double_booking exclude using gist (engineer_id with =, tstzrange(starts_at, ends_at) with &&)
  where (overlap = 'FORBIDDEN' and status not in ('CANCELLED', 'DONE')) deferrable initially immediate;
