package org.firstfix.workorder.storage;

import static org.firstfix.schema.workorder.Tables.WORK_TYPE;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.platform.problem.Problem;
import org.firstfix.schema.workorder.tables.records.WorkTypeRecord;
import org.firstfix.workorder.domain.ChecklistItem;
import org.firstfix.workorder.domain.WorkType;
import org.firstfix.workorder.domain.WorkTypes;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JooqWorkTypes implements WorkTypes {
    private final DSLContext database;
    private final JsonMapper json;

    JooqWorkTypes(DSLContext database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public WorkType get(String code) {
        return database.selectFrom(WORK_TYPE).where(WORK_TYPE.CODE.eq(code)).fetchOptional().map(this::toWorkType)
                .orElseThrow(() -> Problem.notFound("work-type", code));
    }

    @Override
    public List<WorkType> all() {
        return database.selectFrom(WORK_TYPE).orderBy(WORK_TYPE.CODE).fetch(this::toWorkType);
    }

    @Override
    public Optional<WorkType> lock(String code) {
        return database.selectFrom(WORK_TYPE).where(WORK_TYPE.CODE.eq(code)).forUpdate().fetchOptional().map(this::toWorkType);
    }

    @Override
    public boolean add(WorkType type) {
        return database.insertInto(WORK_TYPE).set(toRow(type)).onConflictDoNothing().execute() == 1;
    }

    @Override
    public void change(WorkType type) {
        database.update(WORK_TYPE).set(toRow(type)).where(WORK_TYPE.CODE.eq(type.code())).execute();
    }

    private WorkTypeRecord toRow(WorkType type) {
        WorkTypeRecord row = new WorkTypeRecord();
        row.setCode(type.code());
        row.setNameZh(type.nameZh());
        row.setNameEn(type.nameEn());
        row.setExpectedMinutes(type.expectedMinutes());
        row.setCrewSize(type.crewSize());
        row.setChecklist(JSONB.valueOf(json.writeValueAsString(type.checklist().stream().map(JooqWorkTypes::toLine).toList())));
        row.setActive(type.active());
        row.setVersion(type.version());
        return row;
    }

    private static Map<String, Object> toLine(ChecklistItem item) {
        Map<String, Object> line = new LinkedHashMap<>(Map.of("zh", item.textZh(), "en", item.textEn(), "kind", item.kind().name(), "unit", item.unit(),
                "required", item.required()));
        item.low().ifPresent(low -> line.put("low", low));
        item.high().ifPresent(high -> line.put("high", high));
        return line;
    }

    private WorkType toWorkType(WorkTypeRecord row) {
        List<ChecklistItem> checklist = new ArrayList<>();
        for (JsonNode item : json.readTree(row.getChecklist().data())) {
            checklist.add(ChecklistItem.open(checklist.size() + 1, item.path("zh").asString(), item.path("en").asString(),
                    ChecklistItem.Kind.valueOf(item.path("kind").asString()), item.path("unit").asString(""),
                    limit(item, "low"), limit(item, "high"), item.path("required").asBoolean(true)));
        }
        return new WorkType(row.getCode(), row.getNameZh(), row.getNameEn(), row.getExpectedMinutes(), row.getCrewSize(), checklist, row.getActive(), row.getVersion());
    }

    private static Optional<BigDecimal> limit(JsonNode item, String field) {
        return item.hasNonNull(field) ? Optional.of(item.get(field).decimalValue()) : Optional.empty();
    }
}
