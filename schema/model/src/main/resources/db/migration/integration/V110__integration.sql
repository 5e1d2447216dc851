create schema if not exists integration;

create table integration.import_run (
  id                uuid primary key default uuidv7(),
  kind              text        not null check (kind in ('ACCOUNTS', 'SITES', 'CONTACTS', 'ASSETS', 'CONTRACTS', 'PAST_CASES')),
  file_id           uuid        not null references platform.stored_file,
  file_name         text        not null,
  encoding          text        not null,
  status            text        not null check (status in ('CHECKING', 'CHECKED', 'RUNNING', 'DONE', 'FAILED')),
  -- One entry per column of the file: its header and the field it is read as.
  columns           jsonb       not null,
  rows_total        integer     not null default 0,
  rows_done         integer     not null default 0,
  rows_good         integer     not null default 0,
  rows_changed      integer     not null default 0,
  rows_bad          integer     not null default 0,
  rows_existing     integer     not null default 0,
  findings          integer     not null default 0,
  failure_code      text        not null default '',
  failure_values    jsonb       not null default '{}',
  -- Where new customers belong unless their row says otherwise.
  org_unit_code     text        not null,
  started_by        text        not null,
  -- The job works as the one who started it, inside that person's scope.
  started_by_user   uuid        not null,
  started_at        timestamptz not null,
  finished_at       timestamptz,
  org_path          ltree       not null,
  version           integer     not null default 0
);
create index import_run_recent on integration.import_run (started_at desc, id desc);
select platform.protect('integration.import_run');

create table integration.import_finding (
  run_id      uuid    not null references integration.import_run,
  position    integer not null,
  row_number  integer not null,
  column_name text    not null,
  severity    text    not null check (severity in ('ERROR', 'WARNING', 'NEW', 'CHANGED', 'SAME')),
  code        text    not null,
  value       text    not null,
  "values"    jsonb   not null,
  org_path    ltree   not null,
  primary key (run_id, position)
);
select platform.protect('integration.import_finding');

-- What was taken in from files: the same row of the same or another file is not taken in twice.
create table integration.imported_thing (
  kind        text        not null,
  natural_key text        not null,
  reference   text        not null,
  run_id      uuid        not null references integration.import_run,
  imported_at timestamptz not null,
  org_path    ltree       not null,
  primary key (kind, natural_key)
);
select platform.protect('integration.imported_thing');
