-- A part of the house may weigh differently: of the nearest unit upwards that has decided, the newest row holds. A row without weights
-- gives the decision back to the unit above. Nothing could write this table so far, so that it is empty.
create sequence dispatch.planning_policy_version;
alter table dispatch.planning_policy
  alter column weights drop not null,
  add column org_path ltree   not null,
  -- The decision of this unit before it; 0 for the first. Two decisions about the same one cannot both stand.
  add column replaces integer not null check (replaces >= 0),
  -- Why it was switched on without a trial; empty if it was tried.
  add column untried  text    not null default '',
  add constraint planning_policy_one_successor unique (org_path, replaces);

-- A policy that was tried on days that are over, next to the one in force. The result is kept, whatever is decided.
create table dispatch.policy_trial (
  id              uuid primary key default uuidv7(),
  -- The unit the policy is meant for, and the branch on whose days it was tried.
  org_path        ltree       not null,
  branch_path     ltree       not null,
  first_day       date        not null,
  last_day        date        not null check (last_day >= first_day),
  status          text        not null check (status in ('COMPUTING', 'READY', 'FAILED')),
  weights         jsonb       not null,
  note            text        not null default '',
  -- What it was compared with.
  compared_with   integer     not null,
  compared_weights jsonb      not null,
  seed            bigint      not null,
  -- One entry for each day that is computed, in the order of days.
  days            jsonb       not null default '[]',
  failure         text        not null default '',
  requested_by    text        not null,
  requested_at    timestamptz not null,
  computed_at     timestamptz
);
create index policy_trial_time on dispatch.policy_trial (requested_at desc, id desc);
select platform.protect('dispatch.policy_trial');

-- What the choice of a person says to the weights: rule by rule, what it costs more (or less, below zero) than the best one.
alter table dispatch.overruling
  add column appointment_number text        not null,
  add column moved              boolean     not null,
  add column lines              jsonb       not null default '[]',
  -- The rule that would have spoken loudest for the best one.
  add column rule               text        not null,
  add column note               text        not null default '',
  add column explained_by       text        not null default '',
  add column explained_at       timestamptz,
  add constraint overruling_reason check (reason in ('NONE_GIVEN', 'OWN_ENGINEER', 'CUSTOMER_WISH', 'KNOWS_MACHINE', 'CALM_DAY', 'LEARNING', 'PART_IN_VAN',
    'WRONG_DATA', 'OTHER'));
create index overruling_appointment on dispatch.overruling (appointment_number);
