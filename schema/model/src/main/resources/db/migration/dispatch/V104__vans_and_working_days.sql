-- What an engineer has in the van: a plan sends whoever has what the visit takes, or lets him go by the depot.
create table dispatch.van (
  engineer_id uuid    primary key references dispatch.engineer,
  version     integer not null default 0,
  org_path    ltree   not null
);
select platform.protect('dispatch.van');
create table dispatch.van_part (
  engineer_id uuid    not null references dispatch.van,
  part_number text    not null references asset.part,
  quantity    integer not null check (quantity between 1 and 99),
  primary key (engineer_id, part_number)
);

-- What every day of a part of the house has: the place where parts are handed out, and the break. The nearest above holds.
create table dispatch.working_day (
  org_path        ltree   primary key,
  depot_latitude  double precision check (depot_latitude between -90 and 90),
  depot_longitude double precision check (depot_longitude between -180 and 180),
  depot_opens     time,
  depot_closes    time check (depot_closes > depot_opens),
  depot_minutes   integer check (depot_minutes between 0 and 120),
  break_minutes   integer check (break_minutes between 1 and 180),
  break_earliest  time,
  break_latest    time check (break_latest >= break_earliest),
  version         integer not null default 0,
  constraint a_depot_is_known_whole check (num_nonnulls(depot_latitude, depot_longitude, depot_opens, depot_closes, depot_minutes) in (0, 5)),
  constraint a_break_is_known_whole check (num_nonnulls(break_minutes, break_earliest, break_latest) in (0, 3))
);
