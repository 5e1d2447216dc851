-- Types of work are the house's own to change.
alter table workorder.work_type add column version integer not null default 0;
