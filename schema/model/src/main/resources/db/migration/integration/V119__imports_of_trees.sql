-- Symptoms, causes, remedies and lines of the maker's table come in as files as well.
alter table integration.import_run drop constraint import_run_kind_check;
alter table integration.import_run add constraint import_run_kind_check check (kind in
  ('ACCOUNTS', 'SITES', 'CONTACTS', 'ASSETS', 'CONTRACTS', 'SYMPTOMS', 'CAUSES', 'REMEDIES', 'FAULT_LINES', 'PAST_CASES'));
