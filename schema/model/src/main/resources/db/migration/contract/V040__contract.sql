create schema if not exists contract;
create sequence contract.contract_number start 1001;

-- Coverage codes are data. Targets are minutes of contract time in the named calendar of module sla.
create table contract.coverage_code (
  code          text primary key,
  name_zh       text    not null,
  name_en       text    not null,
  calendar_code text    not null,
  active        boolean not null default true,
  version       integer not null default 0
);
create table contract.coverage_target (
  coverage_code text    not null references contract.coverage_code,
  milestone     text    not null check (milestone in ('RESPONSE', 'ON_SITE', 'RESTORE')),
  priority      text    not null check (priority in ('P1', 'P2', 'P3', 'P4')),
  minutes       integer not null check (minutes > 0),
  primary key (coverage_code, milestone, priority)
);

create table contract.contract (
  id            uuid primary key default uuidv7(),
  number        text        not null unique,
  account_id    uuid        not null references customer.account,
  title         text        not null default '',
  starts_on     date        not null,
  ends_on       date        not null check (ends_on >= starts_on),
  status        text        not null default 'ACTIVE' check (status in ('DRAFT', 'ACTIVE', 'SUSPENDED', 'ENDED')),
  special_terms text        not null default '',
  amount        numeric(14, 2),
  currency      text        not null default 'CNY',
  org_path      ltree       not null,
  -- The same place as text: its comparison may pass row-level security, so that a branch is found by index.
  branch        text        collate "C" not null generated always as (ltree2text(org_path)) stored,
  created_at    timestamptz not null,
  status_reason text        not null default '',
  version       integer     not null default 0
);
create index contract_account on contract.contract (account_id);
-- What ends when, in the order of the list.
create index contract_end on contract.contract (ends_on, number);
create index contract_branch on contract.contract (branch, ends_on, number);
create index contract_running_out on contract.contract (ends_on) where status in ('ACTIVE', 'SUSPENDED');
select platform.protect('contract.contract');

create table contract.contract_line (
  id            uuid primary key default uuidv7(),
  contract_id   uuid    not null references contract.contract,
  position      integer not null,
  coverage_code text    not null references contract.coverage_code,
  covers        text    not null check (covers in ('ASSET', 'FAMILY', 'SITE', 'ACCOUNT')),
  asset_id      uuid references asset.asset,
  site_id       uuid references customer.site,
  family        text,
  visits_per_year integer check (visits_per_year >= 0),
  -- A line withdrawn before the contract ends stays on record: clocks were started on it. The day is the last it counts on.
  ends_on       date,
  unique (contract_id, position),
  check ((covers = 'ASSET') = (asset_id is not null)),
  check ((covers = 'SITE') = (site_id is not null)),
  check ((covers = 'FAMILY') = (family is not null))
);
create index contract_line_asset on contract.contract_line (asset_id);
create index contract_line_site on contract.contract_line (site_id);

insert into contract.coverage_code (code, name_zh, name_en, calendar_code) values
  ('5x9', '5x9 工作日九小时', '5x9 working days, nine hours', 'CN-5x9'),
  ('7x24x8', '7x24 八小时到场', '7x24, on site within 8 hours', 'ALWAYS'),
  ('7x24x4', '7x24 四小时到场', '7x24, on site within 4 hours', 'ALWAYS');
insert into contract.coverage_target (coverage_code, milestone, priority, minutes)
select code, milestone, priority, minutes from (values
  ('5x9', 'RESPONSE', 60, 120, 240, 540), ('5x9', 'ON_SITE', 540, 540, 1080, 1620), ('5x9', 'RESTORE', 1080, 1620, 2160, 2700),
  ('7x24x8', 'RESPONSE', 30, 60, 120, 240), ('7x24x8', 'ON_SITE', 480, 480, 960, 1440), ('7x24x8', 'RESTORE', 960, 1440, 2160, 2880),
  ('7x24x4', 'RESPONSE', 15, 30, 60, 120), ('7x24x4', 'ON_SITE', 240, 240, 480, 720), ('7x24x4', 'RESTORE', 480, 720, 1440, 2160)
) t (code, milestone, p1, p2, p3, p4)
cross join lateral (values ('P1', p1), ('P2', p2), ('P3', p3), ('P4', p4)) p (priority, minutes);
