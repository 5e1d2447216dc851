-- What was due in a span of time, for the whole house and for a branch.
create index milestone_due on sla.milestone (due_at, clock_id, kind);
create index milestone_due_branch on sla.milestone (branch, due_at, clock_id, kind);
-- The last cases of a contract level. The place as text as in the milestones, so that a branch is found by index.
alter table sla.sla_clock add column branch text collate "C" not null generated always as (ltree2text(org_path)) stored;
create index sla_clock_coverage on sla.sla_clock (coverage_code, started_at);
create index sla_clock_coverage_branch on sla.sla_clock (branch, coverage_code, started_at);
