create schema if not exists workorder;
create sequence workorder.work_order_number start 1001;

create table workorder.work_type (
  code             text primary key,
  name_zh          text    not null,
  name_en          text    not null,
  expected_minutes integer not null check (expected_minutes > 0),
  checklist        jsonb   not null,
  active           boolean not null default true
);

create table workorder.work_order (
  id               uuid primary key default uuidv7(),
  number           text        not null unique,
  case_id          uuid        not null references cases.service_case,
  case_number      text        not null,
  work_type        text        not null references workorder.work_type,
  status           text        not null check (status in ('RELEASED', 'IN_WORK', 'WAITING_FOR_PART', 'WAITING_FOR_CUSTOMER', 'HANDED_OVER', 'ENDED_OPEN', 'COMPLETED', 'CANCELLED')),
  subject          text        not null,
  priority         text        not null,
  account_id       uuid        not null references customer.account,
  site_id          uuid        not null references customer.site,
  contact_id       uuid,
  asset_id         uuid,
  required_skill   text,
  expected_minutes integer     not null check (expected_minutes > 0),
  visit_number     integer     not null default 1 check (visit_number > 0),
  follows_id       uuid references workorder.work_order,
  visit_reason     text        not null default 'FIRST_VISIT' check (visit_reason in ('FIRST_VISIT', 'WRONG_PREDICTION', 'PART_MISSING', 'PART_DEAD_ON_ARRIVAL', 'CUSTOMER_NOT_READY', 'CUSTOMER_REFUSED', 'NOT_ON_SITE', 'HANDED_OVER', 'FAULT_RETURNED', 'OTHER')),
  customer_language text       not null default 'zh-CN',
  engineer_id      uuid,
  due_at           timestamptz,
  released_at      timestamptz not null,
  started_at       timestamptz,
  finished_at      timestamptz,
  -- As the report says, once more: the list asks one table only.
  outcome          text,
  org_path         ltree       not null,
  -- The same place as text: its comparison may pass row-level security, so that a branch is found by index.
  branch           text        collate "C" not null generated always as (ltree2text(org_path)) stored,
  version          integer     not null default 0
);
create index work_order_case on workorder.work_order (case_id);
create index work_order_case_number on workorder.work_order (case_number);
create index work_order_open on workorder.work_order (due_at, id) where status in ('RELEASED', 'IN_WORK', 'WAITING_FOR_PART', 'WAITING_FOR_CUSTOMER');
create index work_order_unassigned on workorder.work_order (coalesce(due_at, '9999-01-01T00:00:00Z'::timestamptz), id)
  where engineer_id is null and status in ('RELEASED', 'WAITING_FOR_PART', 'WAITING_FOR_CUSTOMER');
create index work_order_status on workorder.work_order (status, released_at desc, id desc);
create index work_order_account on workorder.work_order (account_id, released_at desc, id desc);
create index work_order_branch on workorder.work_order (branch, released_at desc, id desc);
create index work_order_released on workorder.work_order (released_at desc, id desc);
create index work_order_engineer on workorder.work_order (engineer_id, released_at desc, id desc);
create index work_order_outcome on workorder.work_order (outcome, released_at desc, id desc) where outcome is not null;
create index work_order_asset on workorder.work_order (asset_id, released_at desc);
select platform.protect('workorder.work_order');

create table workorder.work_order_line (
  id            uuid primary key default uuidv7(),
  work_order_id uuid    not null references workorder.work_order,
  position      integer not null,
  task          text    not null,
  status        text    not null default 'OPEN' check (status in ('OPEN', 'DONE', 'DROPPED')),
  org_path      ltree   not null,
  unique (work_order_id, position)
);
select platform.protect('workorder.work_order_line');

create table workorder.checklist_item (
  id            uuid primary key default uuidv7(),
  work_order_id uuid    not null references workorder.work_order,
  position      integer not null,
  text_zh       text    not null,
  text_en       text    not null,
  kind          text    not null check (kind in ('CHECK', 'READING')),
  unit          text    not null default '',
  low           numeric,
  high          numeric,
  required      boolean not null default true,
  answer        text    check (answer in ('OK', 'NOT_OK', 'NOT_APPLICABLE')),
  reading       numeric,
  note          text    not null default '',
  answered_at   timestamptz,
  org_path      ltree   not null,
  unique (work_order_id, position)
);
select platform.protect('workorder.checklist_item');

create table workorder.service_report (
  id               uuid primary key default uuidv7(),
  work_order_id    uuid        not null unique references workorder.work_order,
  status           text        not null default 'DRAFT' check (status in ('DRAFT', 'SIGNED')),
  findings         text        not null default '',
  actions          text        not null default '',
  advice           text        not null default '',
  true_causes      text[]      not null default '{}',
  prediction_right boolean,
  outcome          text        check (outcome in ('REPAIRED', 'WRONG_PREDICTION', 'PART_MISSING', 'PART_DEAD_ON_ARRIVAL', 'CUSTOMER_NOT_READY', 'CUSTOMER_REFUSED', 'NOT_ON_SITE', 'HANDED_OVER', 'WITH_VENDOR')),
  outcome_note     text        not null default '',
  arrived_at       timestamptz,
  left_at          timestamptz,
  -- What the customer signed: the hash of the exact document text, so that a later change shows.
  document         jsonb,
  document_sha256  text,
  signed_by_name   text        not null default '',
  signature_file_id uuid references platform.stored_file,
  signature_picture_sha256 text,
  signature_strokes jsonb,
  -- Binds name, strokes, picture and time to the document.
  signature_sha256 text,
  signed_at        timestamptz,
  pdf_file_id      uuid references platform.stored_file,
  org_path         ltree       not null,
  version          integer     not null default 0,
  check ((status = 'SIGNED') = (document_sha256 is not null and signed_at is not null))
);
select platform.protect('workorder.service_report');

create table workorder.part_movement (
  id            uuid primary key default uuidv7(),
  work_order_id uuid    not null references workorder.work_order,
  kind          text    not null check (kind in ('USED', 'TAKEN_BACK', 'RETURNED_UNUSED', 'DEAD_ON_ARRIVAL')),
  part_number   text    not null references asset.part,
  quantity      integer not null check (quantity > 0),
  serial        text    not null default '',
  occurred_at   timestamptz not null,
  org_path      ltree   not null
);
create index part_movement_order on workorder.part_movement (work_order_id);
select platform.protect('workorder.part_movement');

create table workorder.work_order_photo (
  work_order_id uuid  not null references workorder.work_order,
  file_id       uuid  not null references platform.stored_file,
  moment        text  not null check (moment in ('BEFORE', 'DURING', 'AFTER')),
  sha256        text  not null,
  org_path      ltree not null,
  primary key (work_order_id, file_id)
);
select platform.protect('workorder.work_order_photo');

-- The last wall: what was signed stays as it was signed, whatever the server believes.
create function workorder.keep_signed_report() returns trigger language plpgsql as $$
begin
  if old.status = 'SIGNED' then
    if tg_op = 'DELETE' or (to_jsonb(new) - array['left_at', 'pdf_file_id', 'version'])
        is distinct from (to_jsonb(old) - array['left_at', 'pdf_file_id', 'version'])
        or (old.pdf_file_id is not null and new.pdf_file_id is distinct from old.pdf_file_id) then
      raise exception 'A signed service report does not change.' using errcode = '23514', constraint = 'signed_report_stays';
    end if;
  end if;
  return coalesce(new, old);
end $$;
create trigger signed_report_stays before update or delete on workorder.service_report
  for each row execute function workorder.keep_signed_report();

create function workorder.keep_signed_papers() returns trigger language plpgsql as $$
begin
  if exists (select from workorder.service_report r where r.status = 'SIGNED'
      and r.work_order_id = coalesce(new.work_order_id, old.work_order_id)) then
    raise exception 'A signed service report does not change.' using errcode = '23514', constraint = 'signed_report_stays';
  end if;
  return coalesce(new, old);
end $$;
create trigger signed_report_stays before insert or update or delete on workorder.checklist_item
  for each row execute function workorder.keep_signed_papers();
create trigger signed_report_stays before insert or update or delete on workorder.part_movement
  for each row execute function workorder.keep_signed_papers();
create trigger signed_report_stays before insert or update or delete on workorder.work_order_photo
  for each row execute function workorder.keep_signed_papers();

insert into workorder.work_type (code, name_zh, name_en, expected_minutes, checklist) values
  ('REPAIR', '故障维修', 'Repair', 90, '[
    {"zh": "已与客户确认故障现象", "en": "Fault confirmed with the customer", "kind": "CHECK"},
    {"zh": "已确认数据备份或客户同意操作", "en": "Backup or consent of the customer confirmed", "kind": "CHECK"},
    {"zh": "机房温度", "en": "Room temperature", "kind": "READING", "unit": "°C", "low": 15, "high": 30, "required": false},
    {"zh": "修复后自检通过", "en": "Self-test passes after the repair", "kind": "CHECK"},
    {"zh": "告警已清除", "en": "Alarms cleared", "kind": "CHECK"}]'),
  ('INSTALLATION', '安装', 'Installation', 180, '[
    {"zh": "开箱检查完好", "en": "Nothing damaged on unpacking", "kind": "CHECK"},
    {"zh": "加电自检通过", "en": "Power-on self-test passes", "kind": "CHECK"},
    {"zh": "已培训操作人员", "en": "Operator trained", "kind": "CHECK"}]'),
  ('INSPECTION', '巡检', 'Inspection', 60, '[
    {"zh": "指示灯与日志检查", "en": "Lights and logs checked", "kind": "CHECK"},
    {"zh": "机房温度", "en": "Room temperature", "kind": "READING", "unit": "°C", "low": 15, "high": 30},
    {"zh": "机房湿度", "en": "Room humidity", "kind": "READING", "unit": "%", "low": 20, "high": 80}]');
