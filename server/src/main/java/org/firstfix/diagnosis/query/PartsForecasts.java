package org.firstfix.diagnosis.query;

import static org.firstfix.schema.diagnosis.Tables.CARRIED_PART;
import static org.firstfix.schema.diagnosis.Tables.DIAGNOSIS_;
import static org.firstfix.schema.diagnosis.Tables.LIKELY_CAUSE;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.val;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.firstfix.asset.AssetApi;
import org.firstfix.asset.PartSummary;
import org.firstfix.cases.CaseId;
import org.firstfix.diagnosis.PartsForecast;
import org.firstfix.diagnosis.PartsForecast.ProbablePart;
import org.firstfix.diagnosis.domain.CarryingPolicies;
import org.firstfix.diagnosis.domain.Diagnosis.Status;
import org.firstfix.diagnosis.domain.Expectation.Likely;
import org.firstfix.diagnosis.domain.PartsARepairMayTake;
import org.firstfix.platform.id.Id;
import org.firstfix.platform.work.Query;
import org.jooq.DSLContext;

/** What repairs of many cases will probably take, for plans: three statements whatever their number. */
@Query
public class PartsForecasts {
    private final DSLContext database;
    private final AssetApi assets;
    private final Causes causes;
    private final CarryingPolicies policies;

    PartsForecasts(DSLContext database, AssetApi assets, Causes causes, CarryingPolicies policies) {
        this.database = database;
        this.assets = assets;
        this.causes = causes;
        this.policies = policies;
    }

    public PartsForecast of(Collection<CaseId> ids) {
        Map<UUID, List<String>> parts = database.select(DIAGNOSIS_.CASE_ID, CARRIED_PART.PART_NUMBER)
                .from(DIAGNOSIS_).join(CARRIED_PART).on(CARRIED_PART.DIAGNOSIS_ID.eq(DIAGNOSIS_.ID))
                // One array instead of a variable for each: a full day asks for thousands.
                .where(DIAGNOSIS_.CASE_ID.eq(any(val(ids.stream().map(Id::value).toArray(UUID[]::new)))), DIAGNOSIS_.STATUS.in(Status.RECORDED.name(), Status.FROZEN.name()))
                .orderBy(CARRIED_PART.SLOT).fetchGroups(DIAGNOSIS_.CASE_ID, CARRIED_PART.PART_NUMBER);
        if (parts.isEmpty()) {
            return new PartsForecast(Map.of(), policies.current().secondVisitCost());
        }
        Map<UUID, List<Likely>> likely = database.select(DIAGNOSIS_.CASE_ID, LIKELY_CAUSE.CAUSE_CODE, LIKELY_CAUSE.PROBABILITY)
                .from(DIAGNOSIS_).join(LIKELY_CAUSE).on(LIKELY_CAUSE.DIAGNOSIS_ID.eq(DIAGNOSIS_.ID))
                .where(DIAGNOSIS_.CASE_ID.eq(any(val(parts.keySet().toArray(UUID[]::new))))).orderBy(LIKELY_CAUSE.RANK)
                .fetchGroups(DIAGNOSIS_.CASE_ID, row -> new Likely(row.value2(), row.value3()));
        Map<String, String> kinds = assets.parts(parts.values().stream().flatMap(List::stream).collect(Collectors.toSet())).values().stream()
                .collect(Collectors.toMap(PartSummary::number, PartSummary::kind));
        Map<String, Set<String>> mends = causes.partKinds();
        Map<CaseId, List<ProbablePart>> forecast = new HashMap<>();
        parts.forEach((id, carried) -> forecast.put(new CaseId(id), PartsARepairMayTake.of(likely.getOrDefault(id, List.of()), carried, kinds, mends)));
        return new PartsForecast(forecast, policies.current().secondVisitCost());
    }
}
