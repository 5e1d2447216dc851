-- What the house learns from: one row per finding, with the report as it stood before the repair and what the repair
-- showed. Knowledge belongs to the whole house: a fault in one branch teaches all of them.
create sequence diagnosis.ticket_sequence;
create table diagnosis.ticket (
  sequence      bigint primary key default nextval('diagnosis.ticket_sequence'),
  -- Readers follow the sequence, and read only what can have no later neighbour that is still being written.
  transaction   xid8        not null default pg_current_xact_id(),
  case_id       uuid        not null,
  case_number   text        not null,
  reported      text        not null,
  -- From the finest to the coarsest group: serial number, model, family; empty where not known.
  machine       text[]      not null,
  figures       jsonb       not null,
  facts         jsonb       not null,
  causes        text[]      not null,
  -- The kinds of parts the repair took; none at all where nobody told.
  part_kinds    text[],
  found_at      timestamptz not null,
  -- A later truth of the same case replaces the earlier one.
  superseded_by bigint
);
create index ticket_number on diagnosis.ticket (case_number);
create unique index ticket_case on diagnosis.ticket (case_id) where superseded_by is null;

-- A model is what it was learnt from: with these figures every server makes the same one.
create table diagnosis.model (
  number         integer generated always as identity primary key,
  learnt_up_to   bigint           not null,
  tickets        integer          not null,
  makers_version bigint           not null,
  half_life_days double precision,
  -- Names of parts as they were then: a report that holds one shows it.
  catalogue      text[]           not null,
  status         text             not null check (status in ('SHADOW', 'IN_USE', 'RETIRED')),
  made_at        timestamptz      not null,
  in_use_since   timestamptz,
  retired_at     timestamptz,
  verdict        text             not null default ''
);
create unique index model_in_use on diagnosis.model (status) where status = 'IN_USE';
create unique index model_shadow on diagnosis.model (status) where status = 'SHADOW';

-- Each finding is first predicted by every model that runs, and only then learnt.
create table diagnosis.model_score (
  model_number    integer          not null references diagnosis.model,
  ticket_sequence bigint           not null references diagnosis.ticket,
  -- Whether this model spoke then; a shadow's word is nobody's word yet.
  in_use          boolean          not null,
  log_loss        double precision not null,
  top_probability double precision not null,
  top_hit         boolean          not null,
  first_three     boolean          not null,
  -- What two parts were promised to do, and whether they would have; none where nobody told what it took.
  promise         double precision,
  covered         boolean,
  scored_at       timestamptz      not null,
  primary key (model_number, ticket_sequence)
);
create index model_score_at on diagnosis.model_score (scored_at) where in_use;

create table diagnosis.learning_report (
  id          uuid primary key default uuidv7(),
  made_at     timestamptz not null,
  from_ticket bigint      not null,
  to_ticket   bigint      not null,
  contents    jsonb       not null
);
create index learning_report_at on diagnosis.learning_report (made_at desc, id desc);

-- What nobody has said anything about is what the model in use predicts, not what is counted.
alter table diagnosis.diagnosis drop constraint diagnosis_source_check;
update diagnosis.diagnosis set source = 'PREDICTED' where source = 'COUNTED';
alter table diagnosis.diagnosis add constraint diagnosis_source_check
  check (source in ('PREDICTED', 'TECHNICAL_SUPPORT', 'DEDICATED_ENGINEER'));
update diagnosis.prediction set source = 'PREDICTED' where source = 'COUNTED';

alter table diagnosis.diagnosis
  add column model_code text,
  add column answer text not null default 'NONE' check (answer in ('NONE', 'CONFIRMED', 'CHANGED', 'UNKNOWN')),
  -- Causes that earlier visits of this case have shown not to be it.
  add column ruled_out text[] not null default '{}';

alter table diagnosis.prediction
  add column model_code             text,
  add column answer                 text not null default 'NONE',
  add column parts_needed           integer,
  -- The engine's own prediction at that moment, with all it is computed from.
  add column engine_record          bytea,
  -- What moved it in this case: checks answered, causes ruled out.
  add column engine_adjustments     jsonb,
  add column engine_model           integer references diagnosis.model,
  add column engine_cause           text,
  add column engine_probability     double precision,
  add column engine_part_kinds      text[],
  add column engine_promise         double precision,
  add column engine_top_hit         boolean,
  add column engine_covered         boolean;

alter table diagnosis.outcome
  add column case_number  text    not null default '',
  add column asset_id     uuid,
  add column site_id      uuid,
  add column firmware     text    not null default '',
  add column visits       integer not null default 1,
  add column part_kinds   text[]  not null default '{}',
  add column parts_unused text[]  not null default '{}',
  add column conditions   text[]  not null default '{}';
create index outcome_asset on diagnosis.outcome (asset_id, found_at);
create index outcome_site on diagnosis.outcome (site_id, found_at);
create index outcome_found on diagnosis.outcome (found_at);


create table diagnosis.repeat_fault (
  case_id             uuid primary key,
  case_number         text        not null,
  earlier_case_id     uuid        not null,
  earlier_case_number text        not null,
  kind                text        not null check (kind in ('SAME_MACHINE', 'SAME_CAUSE_AT_SITE')),
  asset_id            uuid,
  site_id             uuid        not null,
  days                integer     not null,
  -- Known once the later fault is found.
  same_cause          boolean,
  found_at            timestamptz not null,
  verdict             text check (verdict in ('OUR_REPAIR', 'PART', 'ANOTHER_FAULT', 'CUSTOMER_SIDE')),
  verdict_note        text        not null default '',
  verdict_by_name     text        not null default '',
  verdict_at          timestamptz,
  org_path            ltree       not null,
  version             integer     not null default 0
);
create index repeat_fault_earlier on diagnosis.repeat_fault (earlier_case_id);
create index repeat_fault_at on diagnosis.repeat_fault (found_at desc, case_id);
select platform.protect('diagnosis.repeat_fault');

-- What carrying costs and what it saves, in the house's money. One row holds for every kind of part not named.
create table diagnosis.carrying_policy (
  version           integer primary key,
  second_visit_cost numeric(12, 2) not null check (second_visit_cost > 0),
  usual_part_price  numeric(12, 2) not null check (usual_part_price >= 0),
  unused_part_cost  numeric(12, 2) not null check (unused_part_cost >= 0),
  repeat_days       integer        not null check (repeat_days between 1 and 365),
  changed_by_name   text           not null default '',
  changed_at        timestamptz    not null,
  reason            text           not null default ''
);
insert into diagnosis.carrying_policy (version, second_visit_cost, usual_part_price, unused_part_cost, repeat_days, changed_at, reason)
values (1, 600, 800, 15, 30, '2026-01-01T00:00:00Z', 'Shipped with Firstfix');
create table diagnosis.part_cost (
  part_kind  text primary key,
  price      numeric(12, 2) not null check (price >= 0),
  unused     numeric(12, 2) not null check (unused >= 0),
  scarcity   numeric(12, 2) not null default 0 check (scarcity >= 0),
  in_stock   boolean        not null default true
);
