package org.firstfix.diagnosis.query;

import static org.firstfix.schema.diagnosis.Tables.PREDICTION;
import static org.jooq.impl.DSL.cardinality;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;

import java.util.List;
import org.firstfix.diagnosis.domain.HonestShare;
import org.firstfix.platform.work.Query;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;

/** How often predictions were right, per person, symptom and model, beside what the engine said of the same visits. */
@Query
public class Scoreboard {
    private static final int MOST = 200;

    private static final Field<String> EVERYBODY = inline("").as("everybody");
    private static final Field<Integer> ALL = count();
    private static final Field<Integer> JUDGED = count(PREDICTION.TOP_HIT);
    private static final Field<Integer> TOP = count().filterWhere(PREDICTION.TOP_HIT.isTrue());
    private static final Field<Integer> ANY = count().filterWhere(PREDICTION.ANY_HIT.isTrue());
    private static final Field<Integer> UNKNOWN = count().filterWhere(PREDICTION.UNKNOWN);
    private static final Field<Integer> ENGINE = count(PREDICTION.ENGINE_TOP_HIT);
    private static final Field<Integer> ENGINE_TOP = count().filterWhere(PREDICTION.ENGINE_TOP_HIT.isTrue());
    private static final Field<Integer> ENGINE_PARTS = count(PREDICTION.ENGINE_COVERED);
    private static final Field<Integer> ENGINE_COVERED = count().filterWhere(PREDICTION.ENGINE_COVERED.isTrue());
    private static final Field<? extends Number> CARRIED = sum(cardinality(PREDICTION.PARTS));
    private static final Field<? extends Number> RIGHT = sum(PREDICTION.PARTS_RIGHT);
    private static final Field<? extends Number> NEEDED = sum(PREDICTION.PARTS_NEEDED);

    private final DSLContext database;

    Scoreboard(DSLContext database) {
        this.database = database;
    }

    public enum By {
        PERSON,
        SYMPTOM,
        MODEL
    }

    /**
     * @param who name of the person, or code of symptom or model; empty: nobody said anything and the engine spoke, or none was known
     * @param predictions scored ones, {@code unknown} of them "don't know", which is not judged
     * @param firstRight the most likely cause was true; {@code anyRight} one of the causes was
     * @param partsPrecision of the parts carried, those that were used; {@code partsRecall} of the parts used, those that were carried
     * @param engineFirstRight the engine's first cause, on the same visits; {@code enginePartsEnough} its two parts were all that was needed
     */
    public record Line(String who, int predictions, int unknown, HonestShare firstRight, HonestShare anyRight, HonestShare partsPrecision,
            HonestShare partsRecall, HonestShare engineFirstRight, HonestShare enginePartsEnough) {}

    public List<Line> lines(By by, Period period) {
        Field<String> who = switch (by) {
            case PERSON -> PREDICTION.DIAGNOSED_BY_NAME;
            case SYMPTOM -> PREDICTION.SYMPTOM_CODE;
            case MODEL -> PREDICTION.MODEL_CODE;
        };
        List<SelectFieldOrAsterisk> columns = List.of(who, ALL, JUDGED, TOP, ANY, UNKNOWN, ENGINE, ENGINE_TOP, ENGINE_PARTS, ENGINE_COVERED, CARRIED,
                RIGHT, NEEDED);
        return database.select(columns).from(PREDICTION)
                .where(PREDICTION.SCORED_AT.ge(period.from()), PREDICTION.SCORED_AT.lt(period.to()))
                .groupBy(who).orderBy(ALL.desc(), who).limit(MOST).fetch(row -> line(row, who));
    }

    /** All of them together. */
    public Line all(Period period) {
        List<SelectFieldOrAsterisk> columns = List.of(EVERYBODY, ALL, JUDGED, TOP, ANY, UNKNOWN, ENGINE, ENGINE_TOP, ENGINE_PARTS, ENGINE_COVERED, CARRIED,
                RIGHT, NEEDED);
        return database.select(columns).from(PREDICTION)
                .where(PREDICTION.SCORED_AT.ge(period.from()), PREDICTION.SCORED_AT.lt(period.to())).fetchSingle(row -> line(row, EVERYBODY));
    }

    private static Line line(Record row, Field<String> who) {
        String name = row.get(who);
        return new Line(name == null ? "" : name, row.get(ALL), row.get(UNKNOWN), HonestShare.of(row.get(TOP), row.get(JUDGED)),
                HonestShare.of(row.get(ANY), row.get(JUDGED)), HonestShare.of(number(row, RIGHT), number(row, CARRIED)),
                HonestShare.of(number(row, RIGHT), number(row, NEEDED)), HonestShare.of(row.get(ENGINE_TOP), row.get(ENGINE)),
                HonestShare.of(row.get(ENGINE_COVERED), row.get(ENGINE_PARTS)));
    }

    private static int number(Record row, Field<? extends Number> field) {
        Number value = row.get(field);
        return value == null ? 0 : value.intValue();
    }
}
