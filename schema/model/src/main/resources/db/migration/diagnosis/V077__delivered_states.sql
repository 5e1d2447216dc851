-- What came with the product was so before anything that the house did to it, whenever the product was installed.
update diagnosis.tree_version set changed_at = '2024-01-01T00:00:00Z' where changed_by_name = 'Firstfix' and version = 0;
update cases.symptom_version set changed_at = '2024-01-01T00:00:00Z' where changed_by_name = 'Firstfix' and version = 0;

-- Past cases that come in say "主板" and mean the board: no other cause of the board may begin with its bare name.
update diagnosis.cause set name_zh = '时钟电池耗尽' where code = 'board.clock-battery' and version = 0;
update diagnosis.cause set name_zh = '背板故障', name_en = 'Backplane fault' where code = 'board.backplane' and version = 0;
update diagnosis.tree_version as remembered
set content = remembered.content || jsonb_build_object('nameZh', cause.name_zh, 'nameEn', cause.name_en)
from diagnosis.cause
where remembered.kind = 'CAUSE' and remembered.version = 0 and remembered.code = cause.code
  and cause.code in ('board.clock-battery', 'board.backplane') and cause.version = 0;
