create schema if not exists reminder;

-- When people are reminded and how: one row per kind of duty, DEFAULT for every kind that has none of its own.
create table reminder.policy (
  code                   text primary key check (code ~ '^[A-Z][A-Z0-9_]{0,39}$'),
  name_zh                text    not null,
  name_en                text    not null,
  calendar_code          text    not null,
  remind_on_arrival      boolean not null,
  -- Working minutes before it is due, or the percentage of the time that is left; neither: no first reminder.
  before_minutes         integer check (before_minutes between 1 and 525600),
  before_percent         integer check (before_percent between 1 and 99),
  -- Working minutes after it is due, then again and again; none: nobody above is told.
  escalate_after_minutes integer check (escalate_after_minutes between 0 and 525600),
  escalate_every_minutes integer not null check (escalate_every_minutes between 1 and 525600),
  escalation_role        text    not null,
  arrival_channels       text[]  not null,
  before_channels        text[]  not null,
  escalation_channels    text[]  not null,
  -- Local time of the person's unit; an end before its beginning lies on the next day.
  quiet_from             time,
  quiet_until            time,
  version                integer not null default 0,
  check (before_minutes is null or before_percent is null),
  check ((quiet_from is null) = (quiet_until is null))
);
insert into reminder.policy (code, name_zh, name_en, calendar_code, remind_on_arrival, before_minutes, before_percent, escalate_after_minutes,
    escalate_every_minutes, escalation_role, arrival_channels, before_channels, escalation_channels, quiet_from, quiet_until) values
  ('DEFAULT', '默认', 'House default', 'CN-5x9', true, null, 25, 0, 120, 'SERVICE_MANAGER',
    '{INBOX}', '{INBOX,MAIL}', '{INBOX,MAIL,WEBHOOK}', '21:00', '08:00'),
  ('PROMISE', '对客户的承诺', 'Promise to a customer', 'CN-5x9', true, 60, null, 0, 120, 'SERVICE_MANAGER',
    '{INBOX}', '{INBOX,MAIL}', '{INBOX,MAIL,WEBHOOK}', '21:00', '08:00');

-- What somebody has to do by a time. One row per subject and kind, also when it comes back.
create table reminder.duty (
  id              uuid primary key default uuidv7(),
  subject_type    text        not null,
  subject_id      text        not null,
  subject_number  text        not null,
  kind            text        not null,
  link            text        not null,
  title_zh        text        not null,
  title_en        text        not null,
  policy_code     text        not null,
  calendar_code   text        not null,
  zone            text        not null,
  urgent          boolean     not null,
  entrusted_by    text        not null,
  user_id         uuid        not null,
  status          text        not null check (status in ('OPEN', 'WITHDRAWN')),
  arrived_at      timestamptz not null,
  due_at          timestamptz not null,
  acknowledged_at timestamptz,
  acknowledged_by text,
  snoozed_until   timestamptz,
  -- The next moment; the runner goes by it.
  next_moment     text check (next_moment in ('ARRIVAL', 'BEFORE_DUE', 'ESCALATION')),
  next_at         timestamptz,
  -- Counts the plans that were made: the same moment of a new plan is another moment.
  round           integer     not null,
  level           integer     not null,
  escalated_to    ltree,
  org_path        ltree       not null,
  branch          text        collate "C" not null generated always as (ltree2text(org_path)) stored,
  version         integer     not null default 0,
  unique (subject_type, subject_id, kind),
  check ((next_moment is null) = (next_at is null)),
  check (status = 'OPEN' or next_at is null)
);
create index duty_next on reminder.duty (next_at) where next_at is not null;
create index duty_open_user on reminder.duty (user_id, due_at, id) where status = 'OPEN';
select platform.protect('reminder.duty');

-- Who is told at a moment, and when: later than the moment where it is quiet.
create table reminder.delivery (
  id           uuid primary key default uuidv7(),
  duty_id      uuid        not null references reminder.duty,
  round        integer     not null,
  moment       text        not null,
  level        integer     not null,
  user_id      uuid        not null,
  channels     text[]      not null,
  deliver_at   timestamptz not null,
  delivered_at timestamptz,
  dropped_at   timestamptz,
  org_path     ltree       not null,
  -- The database itself refuses to tell somebody the same thing twice.
  unique (duty_id, round, moment, level, user_id)
);
create index delivery_waiting on reminder.delivery (deliver_at) where delivered_at is null and dropped_at is null;
create index delivery_user on reminder.delivery (user_id, duty_id) where delivered_at is not null;
select platform.protect('reminder.delivery');

-- What happened to a duty, in order; nothing here is ever changed.
create table reminder.reminder_entry (
  id          uuid primary key default uuidv7(),
  duty_id     uuid        not null references reminder.duty,
  kind        text        not null check (kind in ('SCHEDULED', 'REMINDED', 'ESCALATED', 'MOVED', 'SNOOZED', 'DELEGATED', 'ACKNOWLEDGED', 'WITHDRAWN')),
  round       integer     not null,
  level       integer     not null,
  moment      text,
  occurred_at timestamptz not null,
  actor_id    uuid,
  actor_name  text        not null,
  reason      text        not null default '',
  -- Whom it concerns: who was told, who has it now.
  people      uuid[]      not null default '{}',
  details     jsonb       not null default '{}',
  org_path    ltree       not null
);
create index reminder_entry_duty on reminder.reminder_entry (duty_id, id);
-- A moment of a plan happens once, whoever finds it.
create unique index reminder_entry_moment on reminder.reminder_entry (duty_id, round, moment, level) where kind in ('REMINDED', 'ESCALATED');
select platform.protect('reminder.reminder_entry');

-- What goes to the webhook for SMS or chat; sent after the moment is committed.
create table reminder.webhook_message (
  id              uuid primary key default uuidv7(),
  delivery_id     uuid        not null unique references reminder.delivery,
  body            text        not null,
  status          text        not null check (status in ('WAITING', 'SENT', 'FAILED')),
  created_at      timestamptz not null,
  attempts        integer     not null default 0,
  next_attempt_at timestamptz,
  sent_at         timestamptz,
  last_error      text        not null default '',
  org_path        ltree       not null
);
create index webhook_message_waiting on reminder.webhook_message (next_attempt_at) where status = 'WAITING';
select platform.protect('reminder.webhook_message');
