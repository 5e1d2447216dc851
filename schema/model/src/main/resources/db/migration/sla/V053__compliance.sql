-- What was due in a span of time, for the whole house and for a branch.
create index milestone_due on sla.milestone (due_at, clock_id, kind);
create index milestone_due_branch on sla.milestone (branch, due_at, clock_id, kind);
