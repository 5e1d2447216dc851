package org.firstfix.diagnosis.query;

import static org.firstfix.schema.diagnosis.Tables.PREDICTION;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firstfix.cases.CaseApi;
import org.firstfix.cases.CaseSummary;
import org.firstfix.diagnosis.DiagnosisApi.Cause;
import org.firstfix.diagnosis.domain.Suggestion;
import org.firstfix.diagnosis.storage.KeptAdjustment;
import org.firstfix.faultfinding.Carrying;
import org.firstfix.faultfinding.FrozenPrediction;
import org.firstfix.faultfinding.Prediction;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Query;
import org.jooq.DSLContext;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The engine's prediction as it was when the engineer left, computed again from the record that was kept then. */
@Query
public class KeptPrediction {
    private static final TypeReference<List<KeptAdjustment>> ADJUSTMENTS = new TypeReference<>() {};

    private final DSLContext database;
    private final CaseApi cases;
    private final Causes causes;
    private final JsonMapper json;

    KeptPrediction(DSLContext database, CaseApi cases, Causes causes, JsonMapper json) {
        this.database = database;
        this.cases = cases;
        this.causes = causes;
        this.json = json;
    }

    /**
     * @param reported the words the engine was asked about, and nothing else
     * @param causes all it kept, the most probable first; with {@code unknownProbability} they make one
     */
    public record View(String caseNumber, int visit, int model, int learntFrom, Instant frozenAt, String reported, List<String> machine,
            Map<String, Double> figures, Map<String, String> facts, List<Likely> causes, double unknownProbability) {}

    public record Likely(String code, String nameZh, String nameEn, double probability) {}

    public View of(String caseNumber, int visit) {
        CaseSummary about = cases.findByNumber(caseNumber).orElseThrow(() -> Problem.notFound("case", caseNumber));
        var row = database.selectFrom(PREDICTION).where(PREDICTION.CASE_ID.eq(about.id().value()), PREDICTION.ROUND.eq(visit),
                PREDICTION.ENGINE_RECORD.isNotNull()).fetchOptional()
                .orElseThrow(() -> Problem.of(404, "diagnosis.no-record", Map.of("number", caseNumber, "visit", visit)));
        FrozenPrediction frozen = FrozenPrediction.fromBytes(row.getEngineRecord());
        List<KeptAdjustment> kept = row.getEngineAdjustments() == null ? List.of() : json.readValue(row.getEngineAdjustments().data(), ADJUSTMENTS);
        Prediction prediction = Suggestion.of(row.getEngineModel(), frozen, kept.stream().map(KeptAdjustment::adjustment).toList(), code -> Set.of(),
                Carrying.atMost(0)).prediction();
        Map<String, Cause> names = causes.byCode(prediction.causes().stream().map(Prediction.Likely::name).toList());
        return new View(caseNumber, visit, row.getEngineModel(), frozen.learntFrom(), row.getFrozenAt(), frozen.question().reported(),
                frozen.question().machine(), frozen.question().figures(), frozen.question().facts(), prediction.causes().stream().map(cause -> {
                    Cause named = names.get(cause.name());
                    return new Likely(cause.name(), named == null ? cause.name() : named.nameZh(), named == null ? cause.name() : named.nameEn(), cause.probability());
                }).toList(), prediction.unknownCause());
    }
}
