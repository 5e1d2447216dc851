create schema if not exists asset;
create sequence asset.asset_number start 10001;

create table asset.product_model (
  code            text primary key,
  family          text not null,
  name_zh         text not null,
  name_en         text not null,
  maker           text not null default '',
  category        text not null,
  end_of_service  date,
  version         integer not null default 0
);
create index product_model_family on asset.product_model (family);

create table asset.part (
  number       text primary key,
  name_zh      text not null,
  name_en      text not null,
  kind         text not null,
  families     text[] not null default '{}',
  version      integer not null default 0
);
create index part_kind on asset.part (kind, number);
create index part_families on asset.part using gin (families);

create table asset.asset (
  id               uuid primary key default uuidv7(),
  number           text    not null unique,
  serial           text    not null unique,
  model_code       text    not null references asset.product_model,
  account_id       uuid    not null references customer.account,
  site_id          uuid    not null references customer.site,
  user_contact_id  uuid references customer.contact,
  parent_asset_id  uuid references asset.asset,
  importance       text    not null default 'NORMAL' check (importance in ('CRITICAL', 'HIGH', 'NORMAL', 'LOW')),
  used_for         text    not null default '',
  critical_hours   text    not null default '',
  location         text    not null default '',
  firmware         text    not null default '',
  operating_system text    not null default '',
  patch_level      text    not null default '',
  installed_on     date,
  warranty_start   date,
  warranty_end     date,
  life_cycle_stage text    not null default 'IN_USE' check (life_cycle_stage in ('ORDERED', 'INSTALLING', 'IN_USE', 'AGEING', 'RETIRED')),
  org_path         ltree   not null,
  -- The same place as text: its comparison may pass row-level security, so that a branch is found by index.
  branch           text    collate "C" not null generated always as (ltree2text(org_path)) stored,
  version          integer not null default 0
);
create index asset_site on asset.asset (site_id, number);
create index asset_account on asset.asset (account_id, number);
create index asset_model on asset.asset (model_code, number);
create index asset_importance on asset.asset (importance, number);
create index asset_stage on asset.asset (life_cycle_stage, number);
create index asset_warranty on asset.asset (warranty_end, number);
create index asset_parent on asset.asset (parent_asset_id);
create index asset_user_contact on asset.asset (user_contact_id);
create index asset_branch on asset.asset (branch, number);
select platform.protect('asset.asset');

create table asset.related_software (
  id          uuid primary key default uuidv7(),
  asset_id    uuid  not null references asset.asset on delete cascade,
  kind        text  not null check (kind in ('CLUSTER', 'DATABASE', 'MIDDLEWARE', 'VIRTUALISATION', 'APPLICATION', 'OTHER')),
  name        text  not null,
  release     text  not null default '',
  patch_level text  not null default '',
  unique (asset_id, name)
);
-- What belongs to a machine is seen by whoever sees the machine: its history goes with it to another branch.
create function asset.follow_asset(followed regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', followed);
  execute format('alter table %s force row level security', followed);
  execute format('create policy with_its_asset on %s using (exists (select from asset.asset a where a.id = asset_id))',
    followed);
end $$;
select asset.follow_asset('asset.related_software');

-- Every change is history: one row per changed field.
create table asset.asset_change (
  id          uuid primary key default uuidv7(),
  asset_id    uuid        not null references asset.asset,
  field       text        not null,
  old_value   text,
  new_value   text,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  actor_name  text        not null,
  reason      text        not null default '',
  org_path    ltree       not null
);
create index asset_change_asset on asset.asset_change (asset_id, occurred_at desc, id desc);
select asset.follow_asset('asset.asset_change');

-- The life-long service file: whatever happened to the machine, written by the modules above.
create table asset.service_file_entry (
  id          uuid primary key default uuidv7(),
  asset_id    uuid        not null references asset.asset,
  occurred_at timestamptz not null,
  kind        text        not null,
  reference   text        not null,
  summary     jsonb       not null,
  person_name text        not null default '',
  org_path    ltree       not null
);
create index service_file_entry_asset on asset.service_file_entry (asset_id, occurred_at desc, id desc);
select asset.follow_asset('asset.service_file_entry');
