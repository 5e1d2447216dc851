create schema if not exists customer;
create sequence customer.account_number start 1001;
create sequence customer.site_number start 1001;

create table customer.account (
  id                uuid primary key default uuidv7(),
  number            text        not null unique,
  name              text        not null,
  short_name        text        not null default '',
  -- The name as it is sorted and paged: pinyin for Chinese, lower case for Latin.
  sort_key          text        collate "C" not null,
  -- Group structure: who belongs to whom, and which legal person owes the money.
  parent_account_id uuid references customer.account,
  debtor_account_id uuid references customer.account,
  tier              text        not null default 'ORDINARY' check (tier in ('VIP', 'IMPORTANT', 'ORDINARY', 'SMALL', 'PROSPECT')),
  industry          text        not null default '',
  language          text        not null default 'zh-CN' check (language in ('zh-CN', 'en')),
  overdue           boolean     not null default false,
  remarks           text        not null default '',
  active            boolean     not null default true,
  org_unit_id       uuid        not null references organization.org_unit,
  org_path          ltree       not null,
  -- The same place as text: its comparison may pass row-level security, so that a branch is found by index.
  branch            text        collate "C" not null generated always as (ltree2text(org_path)) stored,
  created_at        timestamptz not null,
  version           integer     not null default 0
);
create index account_parent on customer.account (parent_account_id);
create index account_debtor on customer.account (debtor_account_id);
create index account_name on customer.account (name);
create index account_sort on customer.account (sort_key, id);
create index account_tier on customer.account (tier, sort_key, id);
create index account_branch on customer.account (branch, sort_key, id);
select platform.protect('customer.account');

create table customer.site (
  id           uuid primary key default uuidv7(),
  number       text             not null unique,
  account_id   uuid             not null references customer.account,
  name         text             not null,
  address      text             not null default '',
  city         text             not null default '',
  district     text             not null default '',
  zone         text             not null,
  latitude     double precision check (latitude between -90 and 90),
  longitude    double precision check (longitude between -180 and 180),
  access_notes text             not null default '',
  active       boolean          not null default true,
  -- The branch that serves the site; it may differ from the branch that owns the account.
  org_unit_id  uuid             not null references organization.org_unit,
  org_path     ltree            not null,
  branch       text             collate "C" not null generated always as (ltree2text(org_path)) stored,
  version      integer          not null default 0
);
create index site_account on customer.site (account_id, number);
create index site_branch on customer.site (branch, number);
select platform.protect('customer.site');

create table customer.contact (
  id                uuid primary key default uuidv7(),
  account_id        uuid    not null references customer.account,
  site_id           uuid references customer.site,
  name              text    not null,
  job_title         text    not null default '',
  position          text    not null default 'OTHER' check (position in ('OPERATOR', 'IT_MANAGER', 'CIO', 'FINANCE', 'PURCHASING', 'MANAGEMENT', 'OTHER')),
  decides           text    not null default '',
  reports_to        uuid references customer.contact,
  phone             text    not null default '',
  mobile            text    not null default '',
  email             text    not null default '',
  preferred_channel text    not null default 'PHONE' check (preferred_channel in ('PHONE', 'SMS', 'EMAIL', 'CHAT', 'PORTAL')),
  language          text    not null default 'zh-CN' check (language in ('zh-CN', 'en')),
  interests         text    not null default '',
  active            boolean not null default true,
  sort_key          text    collate "C" not null,
  org_path          ltree   not null,
  branch            text    collate "C" not null generated always as (ltree2text(org_path)) stored,
  version           integer not null default 0
);
create index contact_sort on customer.contact (sort_key, id);
create index contact_branch on customer.contact (branch, sort_key, id);
create index contact_account on customer.contact (account_id, sort_key, id);
create index contact_site on customer.contact (site_id);
create index contact_reports_to on customer.contact (reports_to);
select platform.protect('customer.contact');

-- Digits only, country code removed: what a telephone system sends is compared with this.
create table customer.contact_number (
  contact_id uuid not null references customer.contact on delete cascade,
  digits     text not null,
  primary key (contact_id, digits)
);
create index contact_number_digits on customer.contact_number (digits);
-- Numbers belong to contacts and are seen by whoever sees the contact.
alter table customer.contact_number enable row level security;
alter table customer.contact_number force row level security;
create policy with_its_contact on customer.contact_number
  using (exists (select from customer.contact c where c.id = contact_id));

create table customer.interaction (
  id          uuid primary key default uuidv7(),
  account_id  uuid        not null references customer.account,
  contact_id  uuid references customer.contact,
  channel     text        not null check (channel in ('PHONE', 'PORTAL', 'EMAIL', 'CHAT', 'VISIT', 'MEETING', 'OTHER')),
  direction   text        not null check (direction in ('INBOUND', 'OUTBOUND')),
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  subject     text        not null,
  body        text        not null default '',
  reference   text        not null default '',
  person_name text        not null,
  org_path    ltree       not null
);
create index interaction_account on customer.interaction (account_id, occurred_at desc, id desc);
create index interaction_contact on customer.interaction (contact_id);
select platform.protect('customer.interaction');

create table customer.promise (
  id             uuid primary key default uuidv7(),
  account_id     uuid        not null references customer.account,
  interaction_id uuid references customer.interaction,
  what           text        not null,
  due_at         timestamptz not null,
  owner_user_id  uuid        not null,
  owner_name     text        not null,
  status         text        not null default 'OPEN' check (status in ('OPEN', 'KEPT', 'BROKEN', 'WITHDRAWN')),
  made_at        timestamptz not null,
  settled_at     timestamptz,
  settled_note   text        not null default '',
  org_path       ltree       not null,
  branch         text        collate "C" not null generated always as (ltree2text(org_path)) stored,
  version        integer     not null default 0
);
create index promise_account on customer.promise (account_id, due_at, id);
create index promise_owner on customer.promise (owner_user_id, due_at, id);
create index promise_due on customer.promise (due_at, id);
create index promise_branch on customer.promise (branch, due_at, id);
create index promise_open on customer.promise (due_at, id) where status = 'OPEN';
create index promise_interaction on customer.promise (interaction_id);
select platform.protect('customer.promise');
