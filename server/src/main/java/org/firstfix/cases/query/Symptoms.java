package org.firstfix.cases.query;

import static org.firstfix.schema.cases.Tables.SYMPTOM;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.cases.CaseApi.Symptom;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Query;
import org.jooq.DSLContext;

/** The catalogue of symptoms: a few dozen, parents group, leaves are chosen. */
@Query
public class Symptoms {
    private final DSLContext database;

    Symptoms(DSLContext database) {
        this.database = database;
    }

    /** @param initials the pinyin initials, for typing ahead */
    public record Choice(String code, Optional<String> parentCode, String nameZh, String nameEn, String initials) {}

    public List<Choice> choices() {
        return database.selectFrom(SYMPTOM).where(SYMPTOM.ACTIVE).orderBy(SYMPTOM.CODE)
                .fetch(row -> new Choice(row.getCode(), Optional.ofNullable(row.getParentCode()), row.getNameZh(),
                        row.getNameEn(), row.getInitials()));
    }

    public List<Symptom> all() {
        return database.selectFrom(SYMPTOM).orderBy(SYMPTOM.CODE).fetch(row ->
                new Symptom(row.getCode(), Optional.ofNullable(row.getParentCode()), row.getNameZh(), row.getNameEn()));
    }

    Map<String, CaseList.Named> names() {
        return database.select(SYMPTOM.CODE, SYMPTOM.NAME_ZH, SYMPTOM.NAME_EN).from(SYMPTOM)
                .fetchMap(SYMPTOM.CODE, row -> new CaseList.Named(row.value1(), row.value2(), row.value3()));
    }

    /** Only leaves in use can be reported: a group says too little to count causes by. */
    public void require(String code) {
        boolean leaf = database.fetchExists(SYMPTOM, SYMPTOM.CODE.eq(code).and(SYMPTOM.ACTIVE).and(SYMPTOM.PARENT_CODE.isNotNull()));
        if (!leaf) {
            throw Problem.invalidField("symptomCode", "cases.symptom-unknown", Map.of("symptom", code));
        }
    }
}
