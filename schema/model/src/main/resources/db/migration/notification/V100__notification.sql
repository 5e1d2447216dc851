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
create index inbox_message_unread on notification.inbox_message (user_id, at desc, id desc) where read_at is null;

create table notification.outgoing_mail (
  id              uuid primary key default uuidv7(),
  once_key        text        not null unique,
  to_address      text        not null,
  to_name         text        not null default '',
  language        text        not null,
  template        text        not null,
  -- What the text is made of, as it was when it happened; the text itself is made when it is sent.
  "values"        jsonb       not null,
  status          text        not null check (status in ('WAITING', 'SENT', 'FAILED')),
  created_at      timestamptz not null,
  sent_at         timestamptz,
  attempts        integer     not null default 0,
  next_attempt_at timestamptz,
  -- Sent once more on purpose: each time under another Message-ID, or mail servers would drop it as a duplicate.
  resends         integer     not null default 0,
  last_error      text        not null default '',
  account_id      uuid        not null,
  contact_id      uuid        not null,
  reference       text        not null,
  org_path        ltree       not null,
  -- The same place as text: its comparison may pass row-level security, so that a branch is found by index.
  branch          text        collate "C" not null generated always as (ltree2text(org_path)) stored
);
create index outgoing_mail_recent on notification.outgoing_mail (created_at desc, id desc);
create index outgoing_mail_branch on notification.outgoing_mail (branch, created_at desc, id desc);
create index outgoing_mail_status on notification.outgoing_mail (status, created_at desc, id desc);
create index outgoing_mail_reference on notification.outgoing_mail (reference, created_at desc, id desc);
select platform.protect('notification.outgoing_mail');

create table notification.mail_attachment (
  mail_id  uuid  not null references notification.outgoing_mail,
  file_id  uuid  not null references platform.stored_file,
  org_path ltree not null,
  primary key (mail_id, file_id)
);
select platform.protect('notification.mail_attachment');
