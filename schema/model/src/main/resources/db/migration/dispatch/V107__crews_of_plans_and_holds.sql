-- Who else comes along: in what a plan proposes, and while a time is kept for a customer.
alter table dispatch.proposed_change
  add column former_crew uuid[] not null default '{}',
  add column crew        uuid[] not null default '{}';
alter table dispatch.slot_hold add column crew uuid[] not null default '{}' check (cardinality(crew) <= 3);
