package org.firstfix.dispatch.storage;

import static org.firstfix.schema.dispatch.Sequences.PLANNING_POLICY_VERSION;
import static org.firstfix.schema.dispatch.Tables.PLANNING_POLICY;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.util.List;
import java.util.Optional;
import org.firstfix.dispatch.domain.PlanningPolicies;
import org.firstfix.dispatch.domain.PlanningPolicy;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.schema.dispatch.tables.records.PlanningPolicyRecord;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JooqPlanningPolicies implements PlanningPolicies {
    private static final int MOST = 50;

    private final DSLContext database;
    private final JsonMapper json;

    JooqPlanningPolicies(DSLContext database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public InForce inForce(OrgPath place) {
        var newest = PLANNING_POLICY.as("newest");
        return database.selectFrom(PLANNING_POLICY)
                .where(condition("{0} @> {1}::ltree", PLANNING_POLICY.ORG_PATH, val(place.value())), PLANNING_POLICY.WEIGHTS.isNotNull(),
                        PLANNING_POLICY.VERSION.eq(select(max(newest.VERSION)).from(newest).where(newest.ORG_PATH.eq(PLANNING_POLICY.ORG_PATH))))
                .orderBy(field("nlevel({0})", Integer.class, PLANNING_POLICY.ORG_PATH).desc()).limit(1)
                .fetchOptional(this::told).map(decided -> new InForce(decided.version(), Optional.of(decided.place()), decided.policy().orElseThrow()))
                .orElseGet(() -> new InForce(0, Optional.empty(), PlanningPolicy.USUAL));
    }

    @Override
    public List<Decision> history(OrgPath place) {
        return database.selectFrom(PLANNING_POLICY).where(PLANNING_POLICY.ORG_PATH.eq(place.value())).orderBy(PLANNING_POLICY.VERSION.desc()).limit(MOST)
                .fetch(this::told);
    }

    @Override
    public int add(Decision next) {
        int version = database.nextval(PLANNING_POLICY_VERSION).intValue();
        int added = database.insertInto(PLANNING_POLICY)
                .set(PLANNING_POLICY.VERSION, version)
                .set(PLANNING_POLICY.ORG_PATH, next.place().value())
                .set(PLANNING_POLICY.REPLACES, next.replaces())
                .set(PLANNING_POLICY.WEIGHTS, next.policy().map(json::writeValueAsString).map(JSONB::valueOf).orElse(null))
                .set(PLANNING_POLICY.REASON, next.reason())
                .set(PLANNING_POLICY.UNTRIED, next.untried())
                .set(PLANNING_POLICY.DECIDED_BY, next.decidedBy())
                .set(PLANNING_POLICY.DECIDED_AT, next.decidedAt())
                .onConflictDoNothing().execute();
        if (added == 0) {
            throw Problem.stale(next.replaces(), history(next.place()).getFirst().version(), inForce(next.place()).policy());
        }
        return version;
    }

    private Decision told(PlanningPolicyRecord row) {
        return new Decision(row.getVersion(), new OrgPath(row.getOrgPath()), row.getReplaces(),
                Optional.ofNullable(row.getWeights()).map(weights -> json.readValue(weights.data(), PlanningPolicy.class)), row.getReason(), row.getUntried(),
                row.getDecidedBy(), row.getDecidedAt());
    }
}
