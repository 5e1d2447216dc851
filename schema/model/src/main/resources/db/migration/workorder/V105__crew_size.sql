-- How many engineers a visit needs: as the type of work says, until a person says otherwise.
alter table workorder.work_type add column crew_size integer not null default 1 check (crew_size between 1 and 4);
alter table workorder.work_order add column crew_size integer not null default 1 check (crew_size between 1 and 4);
