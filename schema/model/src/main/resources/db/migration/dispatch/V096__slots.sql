-- A time that is kept for a customer who is on the phone. It counts until it expires, whoever looks; a job writes down that it did.
create table dispatch.slot_hold (
  id               uuid primary key default uuidv7(),
  work_order_id    uuid        not null references workorder.work_order,
  engineer_id      uuid        not null references dispatch.engineer,
  -- When the engineer would work, and the window that the customer is told.
  starts_at        timestamptz not null,
  ends_at          timestamptz not null check (ends_at > starts_at),
  window_starts_at timestamptz not null,
  window_ends_at   timestamptz not null check (window_ends_at > window_starts_at),
  state            text        not null check (state in ('HELD', 'BOOKED', 'RELEASED', 'EXPIRED')),
  held_by          text        not null,
  held_at          timestamptz not null,
  expires_at       timestamptz not null check (expires_at > held_at),
  org_path         ltree       not null,
  -- The last word: nobody's time is kept for two customers.
  constraint no_double_hold exclude using gist (engineer_id with =, tstzrange(starts_at, ends_at) with &&) where (state = 'HELD')
);
create unique index slot_hold_current on dispatch.slot_hold (work_order_id) where state = 'HELD';
create index slot_hold_expiry on dispatch.slot_hold (expires_at) where state = 'HELD';
create index slot_hold_order on dispatch.slot_hold (work_order_id);
select platform.protect('dispatch.slot_hold');

-- When the customer would like somebody to begin. Work without one may begin at any time.
create table dispatch.wished_window (
  work_order_id uuid        not null references workorder.work_order,
  starts_at     timestamptz not null,
  ends_at       timestamptz not null check (ends_at > starts_at),
  org_path      ltree       not null,
  primary key (work_order_id, starts_at),
  constraint wishes_lie_apart exclude using gist (work_order_id with =, tstzrange(starts_at, ends_at) with &&)
);
select platform.protect('dispatch.wished_window');

-- What made the server look for something better by itself.
alter table dispatch.plan_version drop constraint plan_version_cause_check;
alter table dispatch.plan_version add constraint plan_version_cause_check
  check (cause in ('PLAN', 'ILLNESS', 'OVERTIME', 'CANCELLATION', 'PART_ARRIVED', 'LATE_ARRIVAL', 'URGENT_CALL', 'UNDO'));
