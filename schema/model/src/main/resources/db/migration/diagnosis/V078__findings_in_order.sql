-- Findings take their place one transaction after the other, so whoever sees one sees all before it.
alter table diagnosis.ticket drop column transaction;
