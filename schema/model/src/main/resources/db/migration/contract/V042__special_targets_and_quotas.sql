-- Two more milestones, targets of their own for important machines and severe faults, and what a line includes in a year.
alter table contract.coverage_target drop constraint coverage_target_milestone_check;
alter table contract.coverage_target add constraint coverage_target_milestone_check
  check (milestone in ('RESPONSE', 'ON_SITE', 'PART_DELIVERY', 'RESTORE', 'RESOLVE'));
alter table contract.coverage_code add column special_targets jsonb not null default '[]';
alter table contract.contract_line add column special_targets jsonb not null default '[]';
alter table contract.contract_line add column included_visits integer check (included_visits > 0);
alter table contract.contract_line add column included_hours integer check (included_hours > 0);

-- What visits consumed of a line, one row a visit. Lines are written anew with their contract, so the reference waits for the end.
create table contract.line_use (
  line_id     uuid        not null references contract.contract_line deferrable initially deferred,
  visit       text        not null,
  occurred_at timestamptz not null,
  used_on     date        not null,
  visits      integer     not null check (visits >= 0),
  minutes     integer     not null check (minutes >= 0),
  org_path    ltree       not null,
  primary key (line_id, visit)
);
create index line_use_day on contract.line_use (line_id, used_on);
select platform.protect('contract.line_use');

insert into contract.coverage_target (coverage_code, milestone, priority, minutes)
select code, milestone, priority, minutes from (values
  ('5x9', 'PART_DELIVERY', 1080, 1080, 1620, 2160), ('5x9', 'RESOLVE', 2700, 2700, 5400, 5400),
  ('7x24x8', 'PART_DELIVERY', 1440, 1440, 2160, 2880), ('7x24x8', 'RESOLVE', 4320, 5760, 7200, 10080),
  ('7x24x4', 'PART_DELIVERY', 480, 720, 1440, 2160), ('7x24x4', 'RESOLVE', 2880, 4320, 5760, 7200)
) t (code, milestone, p1, p2, p3, p4)
cross join lateral (values ('P1', p1), ('P2', p2), ('P3', p3), ('P4', p4)) p (priority, minutes);
