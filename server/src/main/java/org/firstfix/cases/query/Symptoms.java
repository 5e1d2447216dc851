package org.firstfix.cases.query;

import static org.firstfix.platform.tree.EntryRules.nameOr;
import static org.firstfix.schema.cases.Tables.SYMPTOM;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.firstfix.cases.CaseApi.Symptom;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Query;
import org.firstfix.schema.cases.tables.records.SymptomRecord;
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

    /** Those in use: what has a parent can be reported, what has none is a group, however deep it stands. */
    public List<Choice> choices() {
        List<SymptomRecord> inUse = database.selectFrom(SYMPTOM).where(SYMPTOM.ACTIVE).orderBy(SYMPTOM.CODE).fetch();
        Set<String> groups = inUse.stream().map(SymptomRecord::getParentCode).filter(Objects::nonNull).collect(Collectors.toSet());
        return inUse.stream().map(row -> new Choice(row.getCode(),
                Optional.ofNullable(row.getParentCode()).filter(parent -> !groups.contains(row.getCode())), nameOr(row.getNameZh(), row.getNameEn()),
                nameOr(row.getNameEn(), row.getNameZh()), row.getInitials())).toList();
    }

    public List<Symptom> all() {
        return database.selectFrom(SYMPTOM).orderBy(SYMPTOM.CODE).fetch(row ->
                new Symptom(row.getCode(), Optional.ofNullable(row.getParentCode()), nameOr(row.getNameZh(), row.getNameEn()),
                        nameOr(row.getNameEn(), row.getNameZh())));
    }

    Map<String, CaseList.Named> names() {
        return database.select(SYMPTOM.CODE, SYMPTOM.NAME_ZH, SYMPTOM.NAME_EN).from(SYMPTOM)
                .fetchMap(SYMPTOM.CODE, row -> new CaseList.Named(row.value1(), nameOr(row.value2(), row.value3()),
                        nameOr(row.value3(), row.value2())));
    }

    /** Only leaves in use can be reported: a group, which is a root or has symptoms below it, says too little to count causes by. */
    public void require(String code) {
        boolean leaf = database.fetchExists(SYMPTOM, SYMPTOM.CODE.eq(code).and(SYMPTOM.ACTIVE).and(SYMPTOM.PARENT_CODE.isNotNull()))
                && !database.fetchExists(SYMPTOM, SYMPTOM.PARENT_CODE.eq(code));
        if (!leaf) {
            throw Problem.invalidField("symptomCode", "cases.symptom-unknown", Map.of("symptom", code));
        }
    }
}
