package org.firstfix.diagnosis.query;

import static org.firstfix.schema.diagnosis.Tables.PREDICTION;
import static org.jooq.impl.DSL.cardinality;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.sum;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.firstfix.platform.work.Query;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;

/** How often predictions were right, per person and per symptom: counts first, shares only beside them. */
@Query
public class Scoreboard {
    private static final int MOST = 200;

    private final DSLContext database;

    Scoreboard(DSLContext database) {
        this.database = database;
    }

    /**
     * @param who name of the person, or code of the symptom; empty: what past cases said, when nobody said anything
     * @param predictions scored ones
     * @param judged those that named a cause; "don't know" is not judged
     * @param topHits whose most likely cause was true; {@code anyHits} one of whose causes was
     * @param topShare of the judged; none without any
     */
    public record Line(String who, int predictions, int judged, int topHits, int anyHits, Optional<Double> topShare,
            Optional<Double> anyShare, int partsCarried, int partsRight) {}

    public List<Line> byPerson(Optional<Instant> from, Optional<Instant> to) {
        return by(PREDICTION.DIAGNOSED_BY_NAME, from, to);
    }

    public List<Line> bySymptom(Optional<Instant> from, Optional<Instant> to) {
        return by(PREDICTION.SYMPTOM_CODE, from, to);
    }

    private List<Line> by(Field<String> who, Optional<Instant> from, Optional<Instant> to) {
        Field<Integer> all = count();
        Field<Integer> judged = count(PREDICTION.TOP_HIT);
        Field<Integer> top = count().filterWhere(PREDICTION.TOP_HIT.isTrue());
        Field<Integer> any = count().filterWhere(PREDICTION.ANY_HIT.isTrue());
        var carried = sum(cardinality(PREDICTION.PARTS));
        var right = sum(PREDICTION.PARTS_RIGHT);
        List<SelectFieldOrAsterisk> columns = List.of(who, all, judged, top, any, carried, right);
        var select = database.select(columns).from(PREDICTION).where(PREDICTION.SCORED_AT.isNotNull());
        from.ifPresent(moment -> select.and(PREDICTION.SCORED_AT.ge(moment)));
        to.ifPresent(moment -> select.and(PREDICTION.SCORED_AT.lt(moment)));
        return select.groupBy(who).orderBy(all.desc(), who).limit(MOST).fetch(row -> line(row, who, all, judged, top, any,
                number(row, carried), number(row, right)));
    }

    private static Line line(Record row, Field<String> who, Field<Integer> all, Field<Integer> judged, Field<Integer> top,
            Field<Integer> any, int carried, int right) {
        int base = row.get(judged);
        String name = row.get(who);
        return new Line(name == null ? "" : name, row.get(all), base, row.get(top), row.get(any), share(row.get(top), base),
                share(row.get(any), base), carried, right);
    }

    private static int number(Record row, Field<? extends Number> field) {
        Number value = row.get(field);
        return value == null ? 0 : value.intValue();
    }

    private static Optional<Double> share(int part, int whole) {
        return whole == 0 ? Optional.empty() : Optional.of((double) part / whole);
    }
}
