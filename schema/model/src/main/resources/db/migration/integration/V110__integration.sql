create schema if not exists integration;

create table integration.import_run (
  id          uuid primary key default uuidv7(),
  kind        text        not null check (kind in ('ACCOUNTS', 'SITES', 'ASSETS', 'CONTRACTS', 'PAST_CASES')),
  file_id     uuid        not null references platform.stored_file,
  file_name   text        not null,
  status      text        not null check (status in ('CHECKED', 'RUNNING', 'DONE', 'FAILED')),
  columns     jsonb       not null,
  rows_total  integer     not null default 0,
  rows_good   integer     not null default 0,
  rows_bad    integer     not null default 0,
  started_by  text        not null,
  started_at  timestamptz not null,
  finished_at timestamptz,
  org_path    ltree       not null,
  version     integer     not null default 0
);
create index import_run_recent on integration.import_run (started_at desc, id desc);
select platform.protect('integration.import_run');

create table integration.import_finding (
  run_id     uuid    not null references integration.import_run,
  position   integer not null,
  row_number integer not null,
  column_name text   not null,
  severity   text    not null check (severity in ('ERROR', 'WARNING')),
  code       text    not null,
  "values"   jsonb   not null,
  org_path   ltree   not null,
  primary key (run_id, position)
);
select platform.protect('integration.import_finding');
