package org.firstfix.diagnosis.storage;

import static org.firstfix.schema.diagnosis.Tables.CARRIED_PART;
import static org.firstfix.schema.diagnosis.Tables.DIAGNOSIS_;
import static org.firstfix.schema.diagnosis.Tables.LIKELY_CAUSE;
import static org.firstfix.schema.diagnosis.Tables.PREDICTION;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.firstfix.cases.CaseId;
import org.firstfix.contract.Priority;
import org.firstfix.diagnosis.domain.Diagnoses;
import org.firstfix.diagnosis.domain.Diagnosis.Answer;
import org.firstfix.diagnosis.domain.Diagnosis;
import org.firstfix.diagnosis.domain.Diagnosis.Author;
import org.firstfix.diagnosis.domain.Diagnosis.Matter;
import org.firstfix.diagnosis.domain.Diagnosis.Review;
import org.firstfix.diagnosis.domain.Diagnosis.Source;
import org.firstfix.diagnosis.domain.Diagnosis.Status;
import org.firstfix.diagnosis.domain.Diagnosis.Subject;
import org.firstfix.diagnosis.domain.EngineWord;
import org.firstfix.diagnosis.domain.Expectation;
import org.firstfix.diagnosis.domain.Expectation.Likely;
import org.firstfix.diagnosis.domain.Prediction;
import org.firstfix.diagnosis.domain.Suggestion;
import org.firstfix.faultfinding.FrozenPrediction;
import org.firstfix.platform.id.Id;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.schema.diagnosis.tables.records.DiagnosisRecord;
import org.firstfix.schema.diagnosis.tables.records.PredictionRecord;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record1;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class JooqDiagnoses implements Diagnoses {
    private final DSLContext database;
    private final JsonMapper json;

    JooqDiagnoses(DSLContext database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public Optional<Diagnosis> find(CaseId caseId) {
        return database.selectFrom(DIAGNOSIS_).where(DIAGNOSIS_.CASE_ID.eq(caseId.value())).fetchOptional().map(this::toDiagnosis);
    }

    @Override
    public Optional<Diagnosis> findForChange(CaseId caseId) {
        return database.selectFrom(DIAGNOSIS_).where(DIAGNOSIS_.CASE_ID.eq(caseId.value())).forUpdate().fetchOptional()
                .map(this::toDiagnosis);
    }

    @Override
    public void add(Diagnosis opened) {
        DiagnosisRecord row = database.newRecord(DIAGNOSIS_);
        Subject subject = opened.subject();
        row.setId(subject.id());
        row.setCaseId(subject.caseId().value());
        row.setCaseNumber(subject.caseNumber());
        row.setOpenedAt(subject.openedAt());
        row.setDedicatedEngineerId(subject.dedicatedEngineer().map(Id::value).orElse(null));
        row.setOrgPath(subject.orgPath().value());
        write(opened, row);
        row.insert();
        writeExpectation(opened);
    }

    @Override
    public void save(Diagnosis changed) {
        DiagnosisRecord row = database.newRecord(DIAGNOSIS_);
        write(changed, row);
        row.setVersion(changed.version() + 1);
        UUID id = changed.subject().id();
        database.update(DIAGNOSIS_).set(row).where(DIAGNOSIS_.ID.eq(id)).execute();
        if (changed.expectsOtherwise()) {
            database.deleteFrom(LIKELY_CAUSE).where(LIKELY_CAUSE.DIAGNOSIS_ID.eq(id)).execute();
            database.deleteFrom(CARRIED_PART).where(CARRIED_PART.DIAGNOSIS_ID.eq(id)).execute();
            writeExpectation(changed);
        }
    }

    private static void write(Diagnosis from, DiagnosisRecord row) {
        row.setSymptomCode(from.matter().symptomCode().orElse(null));
        row.setFamily(from.matter().family().orElse(null));
        row.setModelCode(from.matter().model().orElse(null));
        row.setPriority(from.matter().priority().name());
        row.setRound(from.visit());
        row.setStatus(from.status().name());
        row.setSource(from.source().name());
        row.setUnknown(from.expectation().unknown());
        row.setRemarks(from.expectation().remarks());
        row.setRecordedBy(from.author().flatMap(Author::person).map(Id::value).orElse(null));
        row.setRecordedByName(from.author().map(Author::name).orElse(""));
        row.setRecordedAt(from.recordedAt().orElse(null));
        row.setAnswer(from.answer().name());
        row.setRuledOut(from.ruledOut().stream().sorted().toArray(String[]::new));
        row.setReview(from.review().name());
        row.setReviewedByName(from.reviewedBy());
        row.setFrozenAt(from.frozenAt().orElse(null));
    }

    private void writeExpectation(Diagnosis from) {
        UUID id = from.subject().id();
        List<Likely> causes = from.expectation().causes();
        if (!causes.isEmpty()) {
            var insert = database.insertInto(LIKELY_CAUSE, LIKELY_CAUSE.DIAGNOSIS_ID, LIKELY_CAUSE.RANK,
                    LIKELY_CAUSE.CAUSE_CODE, LIKELY_CAUSE.PROBABILITY);
            for (int i = 0; i < causes.size(); i++) {
                insert = insert.values(id, i + 1, causes.get(i).causeCode(), causes.get(i).probability());
            }
            insert.execute();
        }
        List<String> parts = from.expectation().parts();
        if (!parts.isEmpty()) {
            var insert = database.insertInto(CARRIED_PART, CARRIED_PART.DIAGNOSIS_ID, CARRIED_PART.SLOT, CARRIED_PART.PART_NUMBER);
            for (int i = 0; i < parts.size(); i++) {
                insert = insert.values(id, i + 1, parts.get(i));
            }
            insert.execute();
        }
    }

    @Override
    public void keep(Diagnosis of, Prediction prediction, Optional<Suggestion> suggestion) {
        Expectation expectation = prediction.expectation();
        database.insertInto(PREDICTION)
                .set(PREDICTION.DIAGNOSIS_ID, of.subject().id())
                .set(PREDICTION.ROUND, prediction.visit())
                .set(PREDICTION.CASE_ID, of.subject().caseId().value())
                .set(PREDICTION.SYMPTOM_CODE, of.matter().symptomCode().orElse(null))
                .set(PREDICTION.FAMILY, of.matter().family().orElse(null))
                .set(PREDICTION.SOURCE, prediction.source().name())
                .set(PREDICTION.UNKNOWN, expectation.unknown())
                .set(PREDICTION.CAUSES, expectation.causeCodes().toArray(String[]::new))
                .set(PREDICTION.PROBABILITIES, expectation.causes().stream().map(Likely::probability).toArray(BigDecimal[]::new))
                .set(PREDICTION.PARTS, expectation.parts().toArray(String[]::new))
                .set(PREDICTION.DIAGNOSED_BY, prediction.author().flatMap(Author::person).map(Id::value).orElse(null))
                .set(PREDICTION.DIAGNOSED_BY_NAME, prediction.author().map(Author::name).orElse(""))
                .set(PREDICTION.FROZEN_AT, prediction.frozenAt())
                .set(PREDICTION.MODEL_CODE, of.matter().model().orElse(null))
                .set(PREDICTION.ANSWER, prediction.answer().name())
                .set(PREDICTION.ENGINE_RECORD, suggestion.map(it -> it.frozen().toBytes()).orElse(null))
                .set(PREDICTION.ENGINE_ADJUSTMENTS, suggestion.map(it -> JSONB.valueOf(json.writeValueAsString(KeptAdjustment.of(it.adjustments())))).orElse(null))
                .set(PREDICTION.ENGINE_MODEL, prediction.engine().map(EngineWord::model).orElse(null))
                .set(PREDICTION.ENGINE_CAUSE, prediction.engine().flatMap(EngineWord::cause).orElse(null))
                .set(PREDICTION.ENGINE_PROBABILITY, prediction.engine().map(EngineWord::probability).orElse(null))
                .set(PREDICTION.ENGINE_PART_KINDS, prediction.engine().map(word -> word.partKinds().toArray(String[]::new)).orElse(null))
                .set(PREDICTION.ENGINE_PROMISE, prediction.engine().map(EngineWord::promise).orElse(null))
                .set(PREDICTION.ORG_PATH, of.subject().orgPath().value())
                .execute();
    }

    @Override
    public Optional<FrozenPrediction> firstRecord(UUID diagnosisId) {
        return database.select(PREDICTION.ENGINE_RECORD).from(PREDICTION)
                .where(PREDICTION.DIAGNOSIS_ID.eq(diagnosisId), PREDICTION.ENGINE_RECORD.isNotNull()).orderBy(PREDICTION.ROUND).limit(1)
                .fetchOptional(PREDICTION.ENGINE_RECORD).map(FrozenPrediction::fromBytes);
    }

    @Override
    public List<Prediction> predictions(UUID diagnosisId) {
        return database.selectFrom(PREDICTION).where(PREDICTION.DIAGNOSIS_ID.eq(diagnosisId)).orderBy(PREDICTION.ROUND)
                .fetch(JooqDiagnoses::toPrediction);
    }

    @Override
    public void score(UUID diagnosisId, int visit, Prediction.Score score, Instant at) {
        database.update(PREDICTION)
                .set(PREDICTION.TOP_HIT, score.topHit().orElse(null))
                .set(PREDICTION.ANY_HIT, score.anyHit().orElse(null))
                .set(PREDICTION.PARTS_RIGHT, score.partsRight())
                .set(PREDICTION.PARTS_NEEDED, score.partsNeeded())
                .set(PREDICTION.ENGINE_TOP_HIT, score.engineTopHit().orElse(null))
                .set(PREDICTION.ENGINE_COVERED, score.engineCovered().orElse(null))
                .set(PREDICTION.SCORED_AT, at)
                .where(PREDICTION.DIAGNOSIS_ID.eq(diagnosisId), PREDICTION.ROUND.eq(visit)).execute();
    }

    private Diagnosis toDiagnosis(DiagnosisRecord row) {
        var expected = database.select(
                multiset(select(LIKELY_CAUSE.CAUSE_CODE, LIKELY_CAUSE.PROBABILITY).from(LIKELY_CAUSE)
                        .where(LIKELY_CAUSE.DIAGNOSIS_ID.eq(row.getId())).orderBy(LIKELY_CAUSE.RANK))
                        .convertFrom(lines -> lines.map(line -> new Likely(line.value1(), line.value2()))),
                multiset(select(CARRIED_PART.PART_NUMBER).from(CARRIED_PART)
                        .where(CARRIED_PART.DIAGNOSIS_ID.eq(row.getId())).orderBy(CARRIED_PART.SLOT))
                        .convertFrom(lines -> lines.map(Record1::value1))).fetchSingle();
        List<Likely> causes = expected.value1();
        List<String> parts = expected.value2();
        Subject subject = new Subject(row.getId(), new CaseId(row.getCaseId()), row.getCaseNumber(), row.getOpenedAt(),
                Optional.ofNullable(row.getDedicatedEngineerId()).map(PersonId::new), new OrgPath(row.getOrgPath()));
        Matter matter = new Matter(Optional.ofNullable(row.getSymptomCode()), Optional.ofNullable(row.getFamily()),
                Optional.ofNullable(row.getModelCode()), Priority.valueOf(row.getPriority()));
        Optional<Author> author = row.getRecordedAt() == null ? Optional.empty()
                : Optional.of(new Author(Optional.ofNullable(row.getRecordedBy()).map(PersonId::new), row.getRecordedByName()));
        return Diagnosis.restored(subject, matter, row.getRound(), Status.valueOf(row.getStatus()),
                Source.valueOf(row.getSource()), new Expectation(row.getUnknown(), causes, parts, row.getRemarks()),
                Answer.valueOf(row.getAnswer()), Review.valueOf(row.getReview()), row.getReviewedByName(), Set.of(row.getRuledOut()), author, Optional.ofNullable(row.getRecordedAt()),
                Optional.ofNullable(row.getFrozenAt()), row.getVersion());
    }

    private static Prediction toPrediction(PredictionRecord row) {
        List<Likely> causes = new ArrayList<>();
        for (int i = 0; i < row.getCauses().length; i++) {
            causes.add(new Likely(row.getCauses()[i], row.getProbabilities()[i]));
        }
        Source source = Source.valueOf(row.getSource());
        Optional<Author> author = source == Source.PREDICTED ? Optional.empty()
                : Optional.of(new Author(Optional.ofNullable(row.getDiagnosedBy()).map(PersonId::new), row.getDiagnosedByName()));
        Optional<EngineWord> engine = row.getEngineModel() == null ? Optional.empty()
                : Optional.of(new EngineWord(row.getEngineModel(), Optional.ofNullable(row.getEngineCause()), row.getEngineProbability(),
                        List.of(row.getEnginePartKinds()), row.getEnginePromise()));
        return new Prediction(row.getRound(), source, Answer.valueOf(row.getAnswer()),
                new Expectation(row.getUnknown(), causes, List.of(row.getParts()), ""), author, row.getFrozenAt(), engine);
    }
}
