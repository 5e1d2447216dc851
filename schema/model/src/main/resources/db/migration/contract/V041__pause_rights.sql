-- Which reasons may stop the clock, with what evidence and for how long at most. Nothing where the contract says nothing of
-- its own: then its coverage code decides, and where that says nothing the house. An empty list permits no pause at all.
alter table contract.coverage_code add column pause_rights jsonb;
alter table contract.contract add column pause_rights jsonb;
