-- Which server computes a plan at the moment. Expiry is judged by the clock of the database alone: servers may disagree about the time.
create table dispatch.plan_lease (
  plan_id    uuid primary key references dispatch.plan,
  owner      text        not null,
  -- Grows with every change of hands: who comes back from a long pause with an old one is not listened to.
  token      bigint      not null,
  expires_at timestamptz not null
);
create index plan_version_computing on dispatch.plan_version (requested_at) where status = 'COMPUTING';
