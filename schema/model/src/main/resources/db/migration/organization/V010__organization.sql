create schema if not exists organization;

create table organization.org_unit (
  id      uuid primary key default uuidv7(),
  code    text    not null unique check (code ~ '^[A-Za-z0-9_]+$'),
  kind    text    not null check (kind in ('HEADQUARTERS', 'REGION', 'BRANCH', 'STATION')),
  name_zh text    not null,
  name_en text    not null,
  path    ltree   not null unique,
  zone    text    not null,
  version integer not null default 0
);
create index org_unit_path on organization.org_unit using gist (path);

create table organization.person (
  id          uuid primary key default uuidv7(),
  org_unit_id uuid    not null references organization.org_unit,
  org_path    ltree   not null,
  name        text    not null,
  phone       text    not null default '',
  email       text    not null default '',
  active      boolean not null default true,
  version     integer not null default 0
);
create index person_unit on organization.person (org_unit_id);
select platform.protect('organization.person');

create table organization.user_account (
  id                   uuid primary key default uuidv7(),
  person_id            uuid        not null unique references organization.person,
  user_name            text        not null unique check (user_name = lower(user_name)),
  password_hash        text        not null,
  must_change_password boolean     not null default false,
  language             text        not null check (language in ('zh-CN', 'en')),
  active               boolean     not null default true,
  created_at           timestamptz not null,
  version              integer     not null default 0
);

-- Built-in roles live in code; these are the organisation's own, made of the same permissions.
create table organization.custom_role (
  code        text primary key,
  name_zh     text    not null,
  name_en     text    not null,
  permissions text[]  not null,
  version     integer not null default 0
);

create table organization.role_assignment (
  user_id     uuid not null references organization.user_account,
  role        text not null,
  org_unit_id uuid not null references organization.org_unit,
  primary key (user_id, role, org_unit_id)
);
