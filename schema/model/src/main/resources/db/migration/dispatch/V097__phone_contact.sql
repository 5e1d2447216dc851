-- When the field pages of an engineer's phone were last heard of. Written at most once a minute; nothing else depends on it.
create table dispatch.phone_contact (
  person_id uuid        not null,
  device    text        not null check (length(device) between 1 and 64),
  heard_at  timestamptz not null,
  primary key (person_id, device)
);
