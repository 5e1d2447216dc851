package org.firstfix.diagnosis.storage;

import static org.firstfix.schema.diagnosis.Tables.CAUSE_COUNT;
import static org.firstfix.schema.diagnosis.Tables.OUTCOME;
import static org.firstfix.schema.diagnosis.Tables.TRUE_CAUSE;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.firstfix.cases.CaseSummary;
import org.firstfix.diagnosis.domain.Knowledge;
import org.firstfix.diagnosis.domain.Prediction;
import org.firstfix.schema.diagnosis.tables.records.OutcomeRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

@Component
class JooqKnowledge implements Knowledge {
    /** Cases of machines whose family nobody knows are counted as well. */
    private static final String NO_FAMILY = "";

    private final DSLContext database;

    JooqKnowledge(DSLContext database) {
        this.database = database;
    }

    @Override
    public Counts counts(String symptomCode, Optional<String> family) {
        Map<String, Integer> ofFamily = new HashMap<>();
        Map<String, Integer> ofAll = new HashMap<>();
        database.selectFrom(CAUSE_COUNT).where(CAUSE_COUNT.SYMPTOM_CODE.eq(symptomCode), CAUSE_COUNT.CASES.gt(0)).forEach(row -> {
            ofAll.merge(row.getCauseCode(), row.getCases(), Integer::sum);
            if (family.filter(row.getFamily()::equals).isPresent()) {
                ofFamily.merge(row.getCauseCode(), row.getCases(), Integer::sum);
            }
        });
        return new Counts(ofFamily, ofAll);
    }

    @Override
    public void put(CaseSummary of, Optional<UUID> diagnosisId, List<String> trueCauses, Prediction.Score score, Instant foundAt) {
        takeBackEarlier(of);
        database.insertInto(OUTCOME)
                .set(OUTCOME.CASE_ID, of.id().value())
                .set(OUTCOME.DIAGNOSIS_ID, diagnosisId.orElse(null))
                .set(OUTCOME.SYMPTOM_CODE, of.symptomCode().orElse(null))
                .set(OUTCOME.FAMILY, of.family().orElse(null))
                .set(OUTCOME.MODEL_CODE, of.modelCode().orElse(null))
                .set(OUTCOME.TOP_HIT, score.topHit().orElse(null))
                .set(OUTCOME.ANY_HIT, score.anyHit().orElse(null))
                .set(OUTCOME.PARTS_CARRIED, score.partsCarried())
                .set(OUTCOME.PARTS_NEEDED, score.partsNeeded())
                .set(OUTCOME.PARTS_RIGHT, score.partsRight())
                .set(OUTCOME.FOUND_AT, foundAt)
                .set(OUTCOME.ORG_PATH, of.orgPath().value())
                .execute();
        for (String cause : new TreeSet<>(trueCauses)) {
            database.insertInto(TRUE_CAUSE, TRUE_CAUSE.CASE_ID, TRUE_CAUSE.CAUSE_CODE).values(of.id().value(), cause).execute();
        }
        count(of.symptomCode(), of.family(), trueCauses, 1);
    }

    private void takeBackEarlier(CaseSummary of) {
        OutcomeRecord earlier = database.selectFrom(OUTCOME).where(OUTCOME.CASE_ID.eq(of.id().value())).forUpdate().fetchOne();
        if (earlier == null) {
            return;
        }
        List<String> causes = database.select(TRUE_CAUSE.CAUSE_CODE).from(TRUE_CAUSE)
                .where(TRUE_CAUSE.CASE_ID.eq(of.id().value())).fetch(TRUE_CAUSE.CAUSE_CODE);
        count(Optional.ofNullable(earlier.getSymptomCode()), Optional.ofNullable(earlier.getFamily()), causes, -1);
        database.deleteFrom(TRUE_CAUSE).where(TRUE_CAUSE.CASE_ID.eq(of.id().value())).execute();
        earlier.delete();
    }

    /** Always in the same order, so that two cases that end at the same moment do not wait for each other for ever. */
    private void count(Optional<String> symptom, Optional<String> family, Collection<String> causes, int by) {
        symptom.ifPresent(code -> new TreeSet<>(causes).forEach(cause -> database.insertInto(CAUSE_COUNT)
                .set(CAUSE_COUNT.SYMPTOM_CODE, code)
                .set(CAUSE_COUNT.FAMILY, family.orElse(NO_FAMILY))
                .set(CAUSE_COUNT.CAUSE_CODE, cause)
                .set(CAUSE_COUNT.CASES, by)
                .onDuplicateKeyUpdate().set(CAUSE_COUNT.CASES, CAUSE_COUNT.CASES.plus(by))
                .execute()));
    }
}
