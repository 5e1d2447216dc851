package org.firstfix.diagnosis.query;

import static org.firstfix.schema.diagnosis.Tables.MODEL_SCORE;
import static org.firstfix.schema.diagnosis.Tables.PREDICTION;
import static org.jooq.impl.DSL.avg;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.least;

import java.math.BigDecimal;
import java.util.List;
import org.firstfix.diagnosis.domain.HonestShare;
import org.firstfix.platform.work.Query;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;

/** When we said 70 %, how often was it so: in bands of ten percent, for the engine, its promise of parts, and people. */
@Query
public class CalibrationChart {
    private static final int BANDS = 10;

    private final DSLContext database;

    CalibrationChart(DSLContext database) {
        this.database = database;
    }

    public enum Of {
        /** The engine's first cause, on everything that was found out, before it was learnt. */
        ENGINE,
        /** What two parts were promised to do. */
        PROMISE,
        /** What people said of their first cause. */
        PEOPLE
    }

    /**
     * @param band 0 for 0 to 10 %, up to 9
     * @param said the mean of what was said in it, 0 to 1
     */
    public record Band(int band, double said, HonestShare was) {}

    /** @param error expected calibration error: the mean distance between what was said and what was so, weighted by how often; 0 without any */
    public record View(Of of, int judged, double error, List<Band> bands) {}

    public View of(Of what, Period period) {
        List<Band> bands = switch (what) {
            case ENGINE -> bands(MODEL_SCORE, MODEL_SCORE.TOP_PROBABILITY, MODEL_SCORE.TOP_HIT, spokenIn(period));
            case PROMISE -> bands(MODEL_SCORE, MODEL_SCORE.PROMISE, MODEL_SCORE.COVERED, spokenIn(period).and(MODEL_SCORE.COVERED.isNotNull()));
            case PEOPLE -> bands(PREDICTION, field("{0}[1]", Double.class, PREDICTION.PROBABILITIES), PREDICTION.TOP_HIT,
                    PREDICTION.TOP_HIT.isNotNull().and(PREDICTION.SOURCE.ne(inline("PREDICTED"))).and(PREDICTION.SCORED_AT.ge(period.from()))
                            .and(PREDICTION.SCORED_AT.lt(period.to())));
        };
        int judged = bands.stream().mapToInt(band -> band.was().of()).sum();
        double error = bands.stream().mapToDouble(band -> band.was().of() * Math.abs(band.said() - band.was().share())).sum() / Math.max(1, judged);
        return new View(what, judged, error, bands);
    }

    private static Condition spokenIn(Period period) {
        return MODEL_SCORE.IN_USE.isTrue().and(MODEL_SCORE.SCORED_AT.ge(period.from())).and(MODEL_SCORE.SCORED_AT.lt(period.to()));
    }

    private List<Band> bands(Table<?> from, Field<Double> said, Field<Boolean> hit, Condition which) {
        Field<Integer> band = least(inline(BANDS - 1), greatest(inline(0), field("floor({0} * {1})", Integer.class, said, inline(BANDS)).cast(Integer.class)));
        return database.select(band, avg(said), count(), count().filterWhere(hit)).from(from).where(which).groupBy(band).orderBy(band)
                .fetch(row -> new Band(row.value1(), value(row.value2()), HonestShare.of(row.value4(), row.value3())));
    }

    private static double value(BigDecimal mean) {
        return mean == null ? 0 : mean.doubleValue();
    }
}
