package org.firstfix.diagnosis.storage;

import static org.firstfix.schema.diagnosis.Tables.CARRYING_POLICY;
import static org.firstfix.schema.diagnosis.Tables.PART_COST;

import java.time.Instant;
import java.util.List;
import org.firstfix.diagnosis.domain.CarryingPolicies;
import org.firstfix.diagnosis.domain.CarryingPolicy;
import org.firstfix.diagnosis.domain.CarryingPolicy.PartCost;
import org.firstfix.platform.problem.Problem;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Each version of the policy stays as it was; the costs of kinds of parts are those of the newest. */
@Component
class JooqCarryingPolicies implements CarryingPolicies {
    private final DSLContext database;

    JooqCarryingPolicies(DSLContext database) {
        this.database = database;
    }

    @Override
    public CarryingPolicy current() {
        List<PartCost> parts = database.selectFrom(PART_COST).orderBy(PART_COST.PART_KIND)
                .fetch(row -> new PartCost(row.getPartKind(), row.getPrice(), row.getUnused(), row.getScarcity(), row.getInStock()));
        return database.selectFrom(CARRYING_POLICY).orderBy(CARRYING_POLICY.VERSION.desc()).limit(1)
                .fetchSingle(row -> new CarryingPolicy(row.getVersion(), row.getSecondVisitCost(), row.getUsualPartPrice(), row.getUnusedPartCost(),
                        row.getRepeatDays(), parts));
    }

    @Override
    public void put(CarryingPolicy next, String byName, String reason, Instant at) {
        int added = database.insertInto(CARRYING_POLICY)
                .set(CARRYING_POLICY.VERSION, next.version())
                .set(CARRYING_POLICY.SECOND_VISIT_COST, next.secondVisitCost())
                .set(CARRYING_POLICY.USUAL_PART_PRICE, next.usualPartPrice())
                .set(CARRYING_POLICY.UNUSED_PART_COST, next.unusedPartCost())
                .set(CARRYING_POLICY.REPEAT_DAYS, next.repeatDays())
                .set(CARRYING_POLICY.CHANGED_BY_NAME, byName)
                .set(CARRYING_POLICY.REASON, reason)
                .set(CARRYING_POLICY.CHANGED_AT, at)
                .onConflictDoNothing().execute();
        if (added == 0) {
            CarryingPolicy newest = current();
            throw Problem.stale(next.version() - 1, newest.version(), newest);
        }
        database.deleteFrom(PART_COST).execute();
        next.parts().forEach(part -> database.insertInto(PART_COST)
                .set(PART_COST.PART_KIND, part.partKind()).set(PART_COST.PRICE, part.price()).set(PART_COST.UNUSED, part.unused())
                .set(PART_COST.SCARCITY, part.scarcity()).set(PART_COST.IN_STOCK, part.inStock()).execute());
    }
}
