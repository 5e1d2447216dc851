package org.firstfix.diagnosis.query;

import static org.firstfix.schema.diagnosis.Tables.OUTCOME;
import static org.firstfix.schema.diagnosis.Tables.PREDICTION;
import static org.firstfix.schema.diagnosis.Tables.TRUE_CAUSE;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.firstfix.asset.AssetApi;
import org.firstfix.asset.PartSummary;
import org.firstfix.cases.CaseApi;
import org.firstfix.cases.CaseSummary;
import org.firstfix.diagnosis.DiagnosisApi.Cause;
import org.firstfix.diagnosis.SiteCondition;
import org.firstfix.diagnosis.domain.Diagnoses;
import org.firstfix.diagnosis.domain.Diagnosis;
import org.firstfix.diagnosis.domain.Diagnosis.Author;
import org.firstfix.platform.identity.Actor;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Query;
import org.firstfix.schema.diagnosis.tables.records.PredictionRecord;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/** The diagnosis of one case with everything its panel shows. */
@Query
@NamedInterface("use-cases")
public class DiagnosisView {
    private final DSLContext database;
    private final Diagnoses diagnoses;
    private final PredictionView prediction;
    private final CountedCausesFor counted;
    private final Causes causes;
    private final CaseApi cases;
    private final AssetApi assets;

    DiagnosisView(DSLContext database, Diagnoses diagnoses, PredictionView prediction, CountedCausesFor counted, Causes causes, CaseApi cases, AssetApi assets) {
        this.database = database;
        this.diagnoses = diagnoses;
        this.prediction = prediction;
        this.counted = counted;
        this.causes = causes;
        this.cases = cases;
        this.assets = assets;
    }

    /**
     * @param visit which visit it prepares, from 1
     * @param answer how somebody answered the engine's prediction
     * @param predicted what the engine says now; none once the truth is known, and while it is being learnt
     * @param counted what was found in past cases with this symptom
     * @param earlier the predictions of visits under way or done, each scored once the truth is known
     * @param outcome the truth, once known
     * @param actions record, agree: as status and permissions allow
     */
    public record View(String caseNumber, Diagnosis.Status status, Diagnosis.Source source, int visit, boolean unknown,
            String remarks, List<LikelyCause> likelyCauses, List<PartSummary> carriedParts, Optional<String> recordedBy,
            Optional<Instant> recordedAt, Diagnosis.Answer answer, Diagnosis.Review review, String reviewedBy, Optional<Instant> frozenAt,
            Optional<PredictionView.View> predicted, CountedCausesFor.View counted, List<Earlier> earlier, Optional<Truth> outcome, int version, List<String> actions) {}

    public record LikelyCause(String code, String nameZh, String nameEn, BigDecimal probability) {}

    /** @param engineCause the engine's own first cause at that moment, with what it promised of its parts */
    public record Earlier(int visit, Diagnosis.Source source, Diagnosis.Answer answer, boolean unknown, List<LikelyCause> likelyCauses,
            List<PartSummary> carriedParts, String recordedBy, Instant frozenAt, @Nullable Boolean topHit, @Nullable Boolean anyHit,
            Optional<LikelyCause> engineCause, @Nullable Double enginePromise, @Nullable Boolean engineTopHit, @Nullable Boolean engineCovered) {}

    public record Truth(List<TrueCause> causes, @Nullable Boolean topHit, @Nullable Boolean anyHit, int partsCarried,
            int partsNeeded, int partsRight, List<SiteCondition> conditions, Instant foundAt) {}

    public record TrueCause(String code, String nameZh, String nameEn) {}

    public View of(String caseNumber) {
        CaseSummary about = cases.findByNumber(caseNumber).orElseThrow(() -> Problem.notFound("case", caseNumber));
        Diagnosis it = diagnoses.find(about.id()).orElseThrow(() -> Problem.notFound("diagnosis", caseNumber));
        var earlier = database.selectFrom(PREDICTION).where(PREDICTION.DIAGNOSIS_ID.eq(it.subject().id())).orderBy(PREDICTION.ROUND).fetch();
        Set<String> causeCodes = new LinkedHashSet<>(it.expectation().causeCodes());
        Set<String> partNumbers = new LinkedHashSet<>(it.expectation().parts());
        earlier.forEach(row -> {
            causeCodes.addAll(Arrays.asList(row.getCauses()));
            Optional.ofNullable(row.getEngineCause()).ifPresent(causeCodes::add);
            partNumbers.addAll(Arrays.asList(row.getParts()));
        });
        Map<String, Cause> names = causes.byCode(causeCodes);
        Map<String, PartSummary> parts = partNumbers.isEmpty() ? Map.of() : assets.parts(partNumbers);
        List<Earlier> visits = earlier.map(row -> new Earlier(row.getRound(), Diagnosis.Source.valueOf(row.getSource()),
                Diagnosis.Answer.valueOf(row.getAnswer()), row.getUnknown(),
                likely(Arrays.asList(row.getCauses()), Arrays.asList(row.getProbabilities()), names),
                named(Arrays.asList(row.getParts()), parts), row.getDiagnosedByName(), row.getFrozenAt(), row.getTopHit(), row.getAnyHit(),
                engineCause(row, names), row.getEnginePromise(), row.getEngineTopHit(), row.getEngineCovered()));
        Optional<PredictionView.View> predicted = it.status() != Diagnosis.Status.SCORED ? prediction.about(about, it) : Optional.empty();
        return new View(caseNumber, it.status(), it.source(), it.visit(), it.expectation().unknown(), it.expectation().remarks(),
                likely(it.expectation().causeCodes(), it.expectation().causes().stream().map(cause -> cause.probability()).toList(), names),
                named(it.expectation().parts(), parts), it.author().map(Author::name), it.recordedAt(), it.answer(), it.review(),
                it.reviewedBy(), it.frozenAt(), predicted, counted.of(it.matter().symptomCode(), it.matter().family()), visits,
                truth(about), it.version(), actions(it));
    }

    private static Optional<LikelyCause> engineCause(PredictionRecord row, Map<String, Cause> names) {
        return Optional.ofNullable(row.getEngineCause()).map(names::get).map(cause -> new LikelyCause(cause.code(), cause.nameZh(), cause.nameEn(),
                BigDecimal.valueOf(row.getEngineProbability()).setScale(4, RoundingMode.HALF_UP)));
    }

    private Optional<Truth> truth(CaseSummary about) {
        return database.selectFrom(OUTCOME).where(OUTCOME.CASE_ID.eq(about.id().value())).fetchOptional().map(row -> {
            List<String> codes = database.select(TRUE_CAUSE.CAUSE_CODE).from(TRUE_CAUSE)
                    .where(TRUE_CAUSE.CASE_ID.eq(about.id().value())).orderBy(TRUE_CAUSE.CAUSE_CODE).fetch(TRUE_CAUSE.CAUSE_CODE);
            return new Truth(causes.byCode(codes).values().stream().map(cause ->
                    new TrueCause(cause.code(), cause.nameZh(), cause.nameEn())).toList(), row.getTopHit(), row.getAnyHit(),
                    row.getPartsCarried(), row.getPartsNeeded(), row.getPartsRight(),
                    Arrays.stream(row.getConditions()).map(SiteCondition::valueOf).toList(), row.getFoundAt());
        });
    }

    private static List<String> actions(Diagnosis it) {
        Actor actor = Actors.current();
        boolean own = it.belongsTo(new Author(actor.personId(), actor.name()));
        List<String> actions = new ArrayList<>();
        if (it.isChangeable() && actor.may("diagnosis.record") && (own || actor.may("diagnosis.review"))) {
            actions.add("record");
        }
        if (it.review() == Diagnosis.Review.PENDING && !own && actor.may("diagnosis.review")) {
            actions.add("agree");
        }
        return actions;
    }

    private static List<LikelyCause> likely(List<String> codes, List<BigDecimal> probabilities, Map<String, Cause> names) {
        List<LikelyCause> likely = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            Cause cause = names.get(codes.get(i));
            likely.add(new LikelyCause(cause.code(), cause.nameZh(), cause.nameEn(), probabilities.get(i)));
        }
        return likely;
    }

    private static List<PartSummary> named(Collection<String> numbers, Map<String, PartSummary> parts) {
        return numbers.stream().filter(parts::containsKey).map(parts::get).toList();
    }
}
