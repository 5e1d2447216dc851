-- Who goes to a named customer when his own engineer does not work: the first of the row who does.
create table dispatch.stand_in (
  account_id  uuid    not null references dispatch.dedication on delete cascade,
  position    integer not null check (position between 1 and 5),
  engineer_id uuid    not null references dispatch.engineer,
  primary key (account_id, position),
  unique (account_id, engineer_id)
);
create index stand_in_engineer on dispatch.stand_in (engineer_id);
insert into dispatch.stand_in (account_id, position, engineer_id)
  select account_id, 1, stand_in_id from dispatch.dedication where stand_in_id is not null;
alter table dispatch.dedication drop column stand_in_id;

-- Somebody of another company who is paid by the visit.
alter table dispatch.engineer
  add column contractor_company text   check (contractor_company <> ''),
  add column call_out_cents     bigint check (call_out_cents >= 0),
  add column hourly_cents       bigint check (hourly_cents >= 0),
  add constraint contractor_has_prices check ((contractor_company is null) = (call_out_cents is null) and (contractor_company is null) = (hourly_cents is null));
