-- What at the site may have brought the fault about, in the engineer's word.
alter table workorder.service_report
  add column site_conditions text[] not null default '{}'
    check (site_conditions <@ array['HOT', 'HUMID', 'UNSTABLE_POWER', 'DUST', 'UNSUPPORTED_PART']);
