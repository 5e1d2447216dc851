-- What every module stands on. No business words here.
create extension if not exists ltree schema public;
create extension if not exists btree_gist schema public;

create schema if not exists platform;

-- The second wall: a row is visible and writable only inside the scope that the transaction was opened with.
-- Without a scope nothing is visible. The sub-selects make PostgreSQL read the setting once per statement, not per row.
create function platform.protect(scoped regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', scoped);
  execute format('alter table %s force row level security', scoped);
  execute format($policy$create policy inside_scope on %s using (
      (select current_setting('firstfix.scope_all', true) = 'on')
      or org_path <@ (select coalesce(nullif(current_setting('firstfix.scope', true), ''), '{}')::public.ltree[]))
    $policy$, scoped);
end $$;

create table platform.journal (
  position       bigint generated always as identity primary key,
  transaction_id xid8        not null default pg_current_xact_id(),
  module         text        not null,
  type           text        not null,
  subject_type   text        not null,
  subject_id     text        not null,
  org_path       ltree       not null,
  occurred_at    timestamptz not null,
  recorded_at    timestamptz not null,
  actor_id       uuid,
  actor_name     text        not null,
  reason         text,
  payload        jsonb       not null
);
create index journal_subject on platform.journal (subject_type, subject_id, position);
create index journal_recorded on platform.journal using brin (recorded_at);
select platform.protect('platform.journal');
-- Readers keep their place here and read only below the oldest running transaction, or late commits would be lost.
create table platform.journal_cursor (
  reader   text primary key,
  position bigint not null
);
create function platform.notify_journal() returns trigger language plpgsql as $$
begin
  perform pg_notify('firstfix_journal', '');
  return null;
end $$;
create trigger journal_news after insert on platform.journal
  for each statement execute function platform.notify_journal();

create table platform.idempotent_request (
  actor_id     uuid        not null,
  key          text        not null check (length(key) between 1 and 200),
  request_hash text        not null,
  status       integer     not null,
  body         bytea       not null,
  etag         text,
  created_at   timestamptz not null,
  primary key (actor_id, key)
);
create index idempotent_request_age on platform.idempotent_request (created_at);

create table platform.stored_file (
  id         uuid primary key default uuidv7(),
  sha256     text        not null,
  size       bigint      not null check (size >= 0),
  media_type text        not null,
  file_name  text        not null,
  org_path   ltree       not null,
  stored_by  uuid,
  stored_at  timestamptz not null
);
create index stored_file_hash on platform.stored_file (sha256);
select platform.protect('platform.stored_file');

-- One row per way somebody may ask for a thing: number, last digits of a serial or phone (reversed), name, pinyin initials.
-- Tokens compare bytewise, so that a prefix is a range and the index is used under row-level security as well.
create table platform.search_entry (
  kind       text  not null,
  subject_id uuid  not null,
  token      text  collate "C" not null,
  number     text  not null,
  title      text  not null,
  subtitle   text  not null,
  org_path   ltree not null,
  -- The same place as text: its comparison may pass row-level security, so that a small branch finds its own by index.
  branch     text  collate "C" not null generated always as (ltree2text(org_path)) stored,
  primary key (token, kind, subject_id)
);
-- One kind of thing, as a field of a form asks: the numbers of what goes on, which are most, stand in nobody's way.
create index search_entry_kind on platform.search_entry (kind, token, subject_id) where kind not in ('case', 'work-order', 'appointment');
create index search_entry_branch on platform.search_entry (branch, token, kind, subject_id);
create index search_entry_subject on platform.search_entry (kind, subject_id);
select platform.protect('platform.search_entry');

create table platform.spring_session (
  primary_id            char(36) not null primary key,
  session_id            char(36) not null unique,
  creation_time         bigint   not null,
  last_access_time      bigint   not null,
  max_inactive_interval integer  not null,
  expiry_time           bigint   not null,
  principal_name        varchar(100)
);
create index spring_session_expiry on platform.spring_session (expiry_time);
create index spring_session_principal on platform.spring_session (principal_name);
create table platform.spring_session_attributes (
  session_primary_id char(36)     not null references platform.spring_session (primary_id) on delete cascade,
  attribute_name     varchar(200) not null,
  attribute_bytes    bytea        not null,
  primary key (session_primary_id, attribute_name)
);

-- The table of db-scheduler, as its documentation defines it.
create table platform.scheduled_tasks (
  task_name            text        not null,
  task_instance        text        not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean     not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures integer,
  last_heartbeat       timestamptz,
  version              bigint      not null,
  priority             smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_due on platform.scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on platform.scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority on platform.scheduled_tasks (priority desc, execution_time asc);

create table platform.sign_in_attempt (
  user_name  text        not null,
  address    text        not null,
  at         timestamptz not null,
  successful boolean     not null
);
create index sign_in_attempt_user on platform.sign_in_attempt (user_name, at);
create index sign_in_attempt_address on platform.sign_in_attempt (address, at);
