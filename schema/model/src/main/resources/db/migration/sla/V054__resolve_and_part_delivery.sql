-- Two more things a contract promises a time for. What counts from its own begin says when that was; nothing else changes for
-- the clocks that run.
alter table sla.milestone drop constraint milestone_kind_check;
alter table sla.milestone add constraint milestone_kind_check check (kind in ('RESPONSE', 'ON_SITE', 'PART_DELIVERY', 'RESTORE', 'RESOLVE'));
alter table sla.milestone drop constraint milestone_status_check;
alter table sla.milestone add constraint milestone_status_check check (status in ('NOT_BEGUN', 'RUNNING', 'PAUSED', 'MET', 'MISSED', 'CANCELLED'));
alter table sla.milestone add column begun_at timestamptz;
-- The owner of the tables sees all rows only while the wall does not hold for him too.
alter table sla.milestone no force row level security;
alter table sla.sla_clock no force row level security;
update sla.milestone set begun_at = sla_clock.started_at from sla.sla_clock where sla_clock.id = milestone.clock_id;
alter table sla.milestone force row level security;
alter table sla.sla_clock force row level security;
alter table sla.milestone add check ((status = 'NOT_BEGUN') = (begun_at is null));
-- What the targets were chosen for, beside the priority.
alter table sla.sla_clock add column importance text;
alter table sla.sla_clock add column impact text;
