-- Ways that engineers really went. Without the engineer: it is about roads. The home is a place of a person, so it is protected.
create table dispatch.travelled_leg (
  appointment_id uuid primary key references dispatch.appointment,
  from_home      boolean          not null,
  from_latitude  double precision,
  from_longitude double precision,
  to_latitude    double precision,
  to_longitude   double precision,
  left_at        timestamptz      not null,
  arrived_at     timestamptz      not null check (arrived_at >= left_at),
  -- Where the way began: Monday is 1.
  weekday        smallint         not null check (weekday between 1 and 7),
  hour           smallint         not null check (hour between 0 and 23),
  minute         smallint         not null check (minute between 0 and 59),
  seconds        integer          not null check (seconds >= 0),
  kilometres     double precision not null,
  excluded       text             check (excluded in ('PLACE_UNKNOWN', 'NO_WAY', 'TOLD_AT_ONCE', 'PAUSED_OR_FORGOTTEN')),
  source         text             not null check (source in ('ARRIVAL', 'BACKFILL')),
  org_path       ltree            not null
);
create index travelled_leg_time on dispatch.travelled_leg (org_path, arrived_at desc, appointment_id desc);
select platform.protect('dispatch.travelled_leg');

-- Profiles of a branch's roads, fitted to legs until a moment and judged by legs after it. None is ever changed but for its verdict.
create table dispatch.travel_profile (
  org_path       ltree            not null,
  number         integer          not null check (number > 0),
  curves         jsonb            not null,
  legs           integer          not null,
  fitted_until   timestamptz      not null,
  fitted_at      timestamptz      not null,
  verdict        text             not null check (verdict in ('WAITS', 'WINS', 'LOSES')),
  -- The profile it was compared with, 0 for the house's, and what came out: nothing while there are no newer legs.
  against        integer          not null,
  unseen_legs    integer          not null,
  before         jsonb,
  after          jsonb,
  gain_minutes   double precision not null,
  standard_error double precision not null,
  judged_at      timestamptz      not null,
  primary key (org_path, number)
);
create unique index travel_profile_open on dispatch.travel_profile (org_path) where verdict = 'WAITS';

-- Which profile a branch uses. Number 0, or no row: the house's own, from the planning policy.
create table dispatch.travel_choice (
  org_path    ltree primary key,
  number      integer     not null check (number >= 0),
  -- A person has chosen: no night changes it.
  held        boolean     not null,
  reason      text        not null,
  decided_by  text        not null,
  decided_at  timestamptz not null,
  measured_at timestamptz,
  version     integer     not null
);

create table dispatch.measured_way (
  org_path    ltree   not null,
  from_row    integer not null,
  from_column integer not null,
  to_row      integer not null,
  to_column   integer not null,
  band        text    not null check (band in ('MORNING_PEAK', 'DAYTIME', 'EVENING_PEAK', 'QUIET')),
  seconds     integer not null check (seconds > 0),
  legs        integer not null check (legs >= 5),
  primary key (org_path, from_row, from_column, to_row, to_column, band)
);
