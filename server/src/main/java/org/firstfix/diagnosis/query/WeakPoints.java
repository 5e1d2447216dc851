package org.firstfix.diagnosis.query;

import static org.firstfix.schema.diagnosis.Tables.OUTCOME;
import static org.firstfix.schema.diagnosis.Tables.PART_COST;
import static org.firstfix.schema.diagnosis.Tables.TRUE_CAUSE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.unnest;
import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.firstfix.diagnosis.domain.CarryingPolicies;
import org.firstfix.diagnosis.domain.CarryingPolicy;
import org.firstfix.platform.work.Query;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** The weak points of products, for those who build them: which models, causes, parts, firmware and sites fail most, and what it costs. */
@Query
public class WeakPoints {
    private static final int MOST = 100;

    private final DSLContext database;
    private final CarryingPolicies policies;

    WeakPoints(DSLContext database, CarryingPolicies policies) {
        this.database = database;
        this.policies = policies;
    }

    public enum By {
        MODEL,
        CAUSE,
        PART,
        FIRMWARE,
        CONDITION,
        SYMPTOM
    }

    /** What to look at within; what is left out limits nothing. */
    public record Within(Optional<String> family, Optional<String> symptom, Optional<String> cause, Optional<String> model) {}

    /**
     * @param key code or name; empty where it is not known
     * @param faults cases found out, {@code visits} they took
     * @param cost visits at what a visit costs, and the parts used at their price, in the house's money
     * @param faultShare of all faults looked at, 0 to 1, and {@code faultsUpToHere} the sum of it and those before it
     */
    public record Line(String key, int faults, int visits, BigDecimal cost, double faultShare, double faultsUpToHere) {}

    /** @param faults looked at: a fault with two causes or parts stands in two lines and counts once here */
    public record View(By by, int faults, BigDecimal cost, List<Line> items) {}

    public View of(By by, Period period, Within within) {
        CarryingPolicy policy = policies.current();
        Condition which = which(period, within);
        Field<BigDecimal> cost = cost(policy);
        var all = database.select(count(), coalesce(sum(cost), inline(BigDecimal.ZERO))).from(OUTCOME).where(which).fetchSingle();
        Field<String> key = key(by);
        List<Record> rows = new ArrayList<>(database.select(key, count(), sum(OUTCOME.VISITS), sum(cost)).from(source(by)).where(which)
                .groupBy(key).orderBy(count().desc(), key).limit(MOST).fetch());
        int faults = all.value1();
        List<Line> lines = new ArrayList<>();
        double sumSoFar = 0;
        for (Record row : rows) {
            String name = row.get(0, String.class);
            int count = row.get(1, Integer.class);
            double share = faults == 0 ? 0 : (double) count / faults;
            sumSoFar += share;
            lines.add(new Line(name == null ? "" : name, count, row.get(2, Integer.class), row.get(3, BigDecimal.class), share, sumSoFar));
        }
        return new View(by, faults, all.value2(), lines);
    }

    private static final Field<String> ELEMENT = field(name("element", "value"), String.class);

    private static Field<String> key(By by) {
        return switch (by) {
            case MODEL -> OUTCOME.MODEL_CODE;
            case CAUSE -> TRUE_CAUSE.CAUSE_CODE;
            case PART, CONDITION -> ELEMENT;
            case FIRMWARE -> OUTCOME.FIRMWARE;
            case SYMPTOM -> OUTCOME.SYMPTOM_CODE;
        };
    }

    private static Table<?> source(By by) {
        return switch (by) {
            case MODEL, FIRMWARE, SYMPTOM -> OUTCOME;
            case CAUSE -> OUTCOME.join(TRUE_CAUSE).on(TRUE_CAUSE.CASE_ID.eq(OUTCOME.CASE_ID));
            case PART -> OUTCOME.crossJoin(unnest(OUTCOME.PART_KINDS).as("element", "value"));
            case CONDITION -> OUTCOME.crossJoin(unnest(OUTCOME.CONDITIONS).as("element", "value"));
        };
    }

    private static Condition which(Period period, Within within) {
        Condition which = OUTCOME.FOUND_AT.ge(period.from()).and(OUTCOME.FOUND_AT.lt(period.to()));
        which = within.family().map(OUTCOME.FAMILY::eq).map(which::and).orElse(which);
        which = within.symptom().map(OUTCOME.SYMPTOM_CODE::eq).map(which::and).orElse(which);
        which = within.model().map(OUTCOME.MODEL_CODE::eq).map(which::and).orElse(which);
        var cause = TRUE_CAUSE.as("asked");
        return within.cause().map(code -> exists(selectOne().from(cause).where(cause.CASE_ID.eq(OUTCOME.CASE_ID), cause.CAUSE_CODE.eq(code))))
                .map(which::and).orElse(which);
    }

    private static Field<BigDecimal> cost(CarryingPolicy policy) {
        Field<String> kind = field(name("used", "kind"), String.class);
        Field<BigDecimal> parts = field(select(coalesce(sum(coalesce(PART_COST.PRICE, val(policy.usualPartPrice()))), inline(BigDecimal.ZERO)))
                .from(unnest(OUTCOME.PART_KINDS).as("used", "kind")).leftJoin(PART_COST).on(PART_COST.PART_KIND.eq(kind)));
        return OUTCOME.VISITS.cast(BigDecimal.class).mul(policy.secondVisitCost()).add(parts);
    }
}
