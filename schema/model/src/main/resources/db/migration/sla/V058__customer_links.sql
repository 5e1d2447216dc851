-- A link under which a customer sees the clock of a case without signing in. Only a digest of its secret is kept.
create table sla.customer_link (
  digest     bytea       primary key,
  case_id    uuid        not null references sla.sla_clock (case_id),
  made_at    timestamptz not null,
  made_by    text        not null,
  expires_at timestamptz not null,
  org_path   ltree       not null
);
create index customer_link_case on sla.customer_link (case_id);
select platform.protect('sla.customer_link');
