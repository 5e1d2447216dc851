package org.firstfix.diagnosis.storage;

import static org.firstfix.schema.diagnosis.Tables.CAUSE_COUNT;
import static org.firstfix.schema.diagnosis.Tables.OUTCOME;
import static org.firstfix.schema.diagnosis.Tables.TRUE_CAUSE;
import static org.jooq.impl.DSL.noCondition;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.firstfix.asset.AssetId;
import org.firstfix.asset.AssetSummary;
import org.firstfix.cases.CaseId;
import org.firstfix.cases.CaseSummary;
import org.firstfix.diagnosis.Finding;
import org.firstfix.diagnosis.SiteCondition;
import org.firstfix.diagnosis.domain.Knowledge;
import org.firstfix.diagnosis.domain.Prediction;
import org.firstfix.diagnosis.domain.QuestionOfACase;
import org.firstfix.platform.id.Id;
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
    public void put(FoundFault found) {
        CaseSummary of = found.of();
        Finding finding = found.finding();
        takeBackEarlier(of);
        database.insertInto(OUTCOME)
                .set(OUTCOME.CASE_ID, of.id().value())
                .set(OUTCOME.CASE_NUMBER, of.number())
                .set(OUTCOME.DIAGNOSIS_ID, found.diagnosisId().orElse(null))
                .set(OUTCOME.SYMPTOM_CODE, of.symptomCode().orElse(null))
                .set(OUTCOME.FAMILY, of.family().orElse(null))
                .set(OUTCOME.MODEL_CODE, of.modelCode().orElse(null))
                .set(OUTCOME.ASSET_ID, of.assetId().map(Id::value).orElse(null))
                .set(OUTCOME.SITE_ID, of.siteId().value())
                .set(OUTCOME.FIRMWARE, found.machine().map(AssetSummary::firmware).orElse(""))
                .set(OUTCOME.VISITS, finding.visits())
                .set(OUTCOME.PART_KINDS, found.partKinds().toArray(String[]::new))
                .set(OUTCOME.PARTS_UNUSED, finding.partsUnused().toArray(String[]::new))
                .set(OUTCOME.CONDITIONS, finding.conditions().stream().map(Enum::name).sorted().toArray(String[]::new))
                .set(OUTCOME.TOP_HIT, found.score().topHit().orElse(null))
                .set(OUTCOME.ANY_HIT, found.score().anyHit().orElse(null))
                .set(OUTCOME.PARTS_CARRIED, found.score().partsCarried())
                .set(OUTCOME.PARTS_NEEDED, found.score().partsNeeded())
                .set(OUTCOME.PARTS_RIGHT, found.score().partsRight())
                .set(OUTCOME.FOUND_AT, finding.foundAt())
                .set(OUTCOME.ORG_PATH, of.orgPath().value())
                .execute();
        List<String> trueCauses = finding.trueCauses();
        for (String cause : new TreeSet<>(trueCauses)) {
            database.insertInto(TRUE_CAUSE, TRUE_CAUSE.CASE_ID, TRUE_CAUSE.CAUSE_CODE).values(of.id().value(), cause).execute();
        }
        count(of.symptomCode(), of.family(), trueCauses, 1);
    }

    @Override
    public Optional<QuestionOfACase.LastFinding> lastFinding(AssetId machine, Optional<CaseId> besides) {
        return database.select(OUTCOME.CASE_ID, OUTCOME.CONDITIONS, OUTCOME.FOUND_AT).from(OUTCOME)
                .where(OUTCOME.ASSET_ID.eq(machine.value()))
                .and(besides.map(id -> OUTCOME.CASE_ID.ne(id.value())).orElse(noCondition()))
                .orderBy(OUTCOME.FOUND_AT.desc()).limit(1)
                .fetchOptional(row -> new QuestionOfACase.LastFinding(
                        database.select(TRUE_CAUSE.CAUSE_CODE).from(TRUE_CAUSE).where(TRUE_CAUSE.CASE_ID.eq(row.value1()))
                                .orderBy(TRUE_CAUSE.CAUSE_CODE).fetch(TRUE_CAUSE.CAUSE_CODE),
                        Arrays.stream(row.value2()).map(SiteCondition::valueOf).collect(Collectors.toSet()), row.value3()));
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
