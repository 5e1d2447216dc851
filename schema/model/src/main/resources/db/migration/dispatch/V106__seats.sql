select set_config('firstfix.scope_all', 'on', true);

-- Who else comes along. The engineer of the appointment leads: the report, the steps and the quota are his.
alter table dispatch.appointment add column crew uuid[] not null default '{}' check (cardinality(crew) <= 3);

-- Whose time an appointment takes: a row for each person, the lead among them. Nobody writes it but the trigger below, so that it says
-- the same as the appointment, whichever server wrote that.
create table dispatch.seat (
  appointment_id uuid        not null references dispatch.appointment,
  engineer_id    uuid        not null references dispatch.engineer,
  starts_at      timestamptz not null,
  ends_at        timestamptz not null,
  overlap        text        not null,
  is_current     boolean     not null,
  org_path       ltree       not null,
  primary key (appointment_id, engineer_id)
);
select platform.protect('dispatch.seat');

insert into dispatch.seat (appointment_id, engineer_id, starts_at, ends_at, overlap, is_current, org_path)
  select id, engineer_id, starts_at, ends_at, overlap, status not in ('CANCELLED', 'DONE'), org_path from dispatch.appointment;

create index seat_engineer on dispatch.seat (engineer_id, starts_at);

-- The last word on double booking, of leads and members in any combination. A plan may exchange visits: it is spoken when all have moved.
alter table dispatch.appointment drop constraint no_double_booking;
drop index dispatch.appointment_busy;
alter table dispatch.seat add constraint no_double_booking exclude using gist (engineer_id with =, tstzrange(starts_at, ends_at) with &&)
  where (overlap = 'FORBIDDEN' and is_current) deferrable initially immediate;

create function dispatch.take_seats() returns trigger language plpgsql as $$
begin
  delete from dispatch.seat where appointment_id = new.id and engineer_id <> all (new.crew || new.engineer_id);
  insert into dispatch.seat (appointment_id, engineer_id, starts_at, ends_at, overlap, is_current, org_path)
    select new.id, person, new.starts_at, new.ends_at, new.overlap, new.status not in ('CANCELLED', 'DONE'), new.org_path
    from unnest(new.crew || new.engineer_id) as person
    on conflict (appointment_id, engineer_id) do update set starts_at = excluded.starts_at, ends_at = excluded.ends_at, overlap = excluded.overlap,
      is_current = excluded.is_current, org_path = excluded.org_path;
  return null;
end $$;
create trigger seats_taken after insert or update of engineer_id, crew, starts_at, ends_at, overlap, status, org_path on dispatch.appointment
  for each row execute function dispatch.take_seats();
