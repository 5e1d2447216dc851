package org.firstfix.diagnosis.query;

import static org.firstfix.schema.diagnosis.Tables.CAUSE;
import static org.firstfix.schema.diagnosis.Tables.GUIDED_CHECK;
import static org.firstfix.schema.diagnosis.Tables.GUIDED_CHECK_SIGN;
import static org.jooq.impl.DSL.cardinality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.firstfix.diagnosis.GuidedCheck.DoneBy;
import org.firstfix.platform.work.Query;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.TableField;

/** Questions whose answer tells causes apart, for a machine and a symptom. */
@Query
public class GuidedChecks {
    private final DSLContext database;

    GuidedChecks(DSLContext database) {
        this.database = database;
    }

    /**
     * @param minutes it takes, roughly
     * @param yes probability of a yes by cause, 0.01 to 0.99; causes that are retired are not named
     * @param otherwise the same for every other cause
     */
    public record Check(String code, String questionZh, String questionEn, String howZh, String howEn, DoneBy doneBy, int minutes,
            Map<String, Double> yes, double otherwise) {}

    /** The checks in use, by code. An unknown family or symptom leaves those that hold for every one. */
    public List<Check> active(Optional<String> family, Optional<String> symptomCode) {
        Condition wanted = GUIDED_CHECK.ACTIVE.isTrue().and(holdsFor(GUIDED_CHECK.FAMILIES, family))
                .and(holdsFor(GUIDED_CHECK.SYMPTOM_CODES, symptomCode));
        Map<String, Map<String, Double>> signs = new TreeMap<>();
        database.select(GUIDED_CHECK_SIGN.asterisk()).from(GUIDED_CHECK_SIGN)
                .join(GUIDED_CHECK).on(GUIDED_CHECK.CODE.eq(GUIDED_CHECK_SIGN.CHECK_CODE))
                .join(CAUSE).on(CAUSE.CODE.eq(GUIDED_CHECK_SIGN.CAUSE_CODE))
                .where(wanted, CAUSE.ACTIVE.isTrue()).fetchInto(GUIDED_CHECK_SIGN)
                .forEach(row -> signs.computeIfAbsent(row.getCheckCode(), code -> new TreeMap<>())
                        .put(row.getCauseCode(), row.getYes().doubleValue()));
        List<Check> checks = new ArrayList<>();
        database.selectFrom(GUIDED_CHECK).where(wanted).orderBy(GUIDED_CHECK.CODE).forEach(row -> checks.add(new Check(row.getCode(),
                row.getQuestionZh(), row.getQuestionEn(), row.getHowZh(), row.getHowEn(), DoneBy.valueOf(row.getDoneBy()), row.getMinutes(),
                signs.getOrDefault(row.getCode(), Map.of()), row.getOtherwise().doubleValue())));
        return checks;
    }

    private static Condition holdsFor(TableField<?, String[]> those, Optional<String> one) {
        Condition all = cardinality(those).eq(0);
        return one.map(value -> all.or(those.contains(new String[] {value}))).orElse(all);
    }
}
