-- What nothing covers needs a quote before an engineer goes. One a case; a declined one may be sent anew.
create sequence cases.quote_number start 1001;
create table cases.quote_request (
  id           uuid primary key default uuidv7(),
  number       text        collate "C" not null unique,
  case_id      uuid        not null unique references cases.service_case,
  -- Why nothing covers it, as the entitlement said.
  why          text        not null,
  status       text        not null check (status in ('REQUESTED', 'SENT', 'AGREED', 'DECLINED', 'WITHDRAWN')),
  requested_at timestamptz not null,
  amount       numeric(14, 2) check (amount >= 0),
  currency     text,
  offer        text        not null default '',
  sent_at      timestamptz,
  sent_by      text        not null default '',
  answered_at  timestamptz,
  answer       text        not null default '',
  answered_by  text        not null default '',
  org_path     ltree       not null,
  version      integer     not null default 0,
  check ((amount is null) = (currency is null)),
  check (status <> 'SENT' or sent_at is not null),
  check (status not in ('AGREED', 'DECLINED') or answered_at is not null)
);
create index quote_request_waiting on cases.quote_request (requested_at, id) where status in ('REQUESTED', 'SENT');
select platform.protect('cases.quote_request');
