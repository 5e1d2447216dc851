-- What a plan weighs. The newest version is in force; without one, the usual weights of dispatch.domain.PlanningPolicy are.
create table dispatch.planning_policy (
  version    integer primary key check (version > 0),
  weights    jsonb       not null,
  reason     text        not null,
  decided_by text        not null,
  decided_at timestamptz not null
);

-- A person has decided who goes, or when; the engine tells what that costs and does not undo it.
alter table dispatch.appointment
  add column pinned_engineer boolean not null default false,
  add column pinned_time     boolean not null default false,
  add column pin_reason      text    not null default '',
  add column pinned_by       text    not null default '',
  add constraint pin_has_a_reason check (not (pinned_engineer or pinned_time) or pin_reason <> '');

-- Somebody else was sent than the one the engine would have sent: kept, so that the weights can learn from it.
create table dispatch.overruling (
  id                  uuid primary key default uuidv7(),
  work_order_id       uuid        not null references workorder.work_order,
  chosen_engineer_id  uuid        not null references dispatch.engineer,
  chosen_starts_at    timestamptz not null,
  best_engineer_id    uuid        not null references dispatch.engineer,
  best_starts_at      timestamptz not null,
  -- What the choice costs more than the best one, in the order of the levels; nothing where a hard rule stood in the way.
  more_money          bigint,
  more_preference     bigint,
  reason              text        not null,
  decided_by          text        not null,
  decided_at          timestamptz not null,
  org_path            ltree       not null
);
create index overruling_time on dispatch.overruling (decided_at desc, id desc);
select platform.protect('dispatch.overruling');
