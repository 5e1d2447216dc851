create schema if not exists notification;

create table notification.inbox_message (
  id       uuid primary key default uuidv7(),
  user_id  uuid        not null,
  at       timestamptz not null,
  template text        not null,
  "values" jsonb       not null,
  link     text        not null default '',
  urgent   boolean     not null default false,
  read_at  timestamptz,
  once_key text        unique
);
create index inbox_message_user on notification.inbox_message (user_id, at desc, id desc);
create index inbox_message_unread on notification.inbox_message (user_id) where read_at is null;

create table notification.outgoing_mail (
  id         uuid primary key default uuidv7(),
  once_key   text        not null unique,
  to_address text        not null,
  language   text        not null,
  template   text        not null,
  "values"   jsonb       not null,
  status     text        not null check (status in ('WAITING', 'SENT', 'FAILED')),
  created_at timestamptz not null,
  sent_at    timestamptz,
  attempts   integer     not null default 0,
  last_error text        not null default '',
  org_path   ltree       not null
);
create index outgoing_mail_waiting on notification.outgoing_mail (created_at) where status = 'WAITING';
select platform.protect('notification.outgoing_mail');
