-- A clock keeps the pause rights it was started with.
alter table sla.sla_clock add column pause_rights jsonb not null default '[]';
-- A pause that is a right of the contract ends by itself: after so much contract time, at that instant. None of both for
-- the stretch between a repair and its reopening.
alter table sla.clock_pause add column longest_minutes bigint check (longest_minutes > 0);
alter table sla.clock_pause add column limit_at timestamptz;
alter table sla.clock_pause add column ran_out boolean not null default false;
alter table sla.clock_pause add check (not ran_out or ended_at is not null);
create index clock_pause_running_out on sla.clock_pause (limit_at) where ended_at is null;
