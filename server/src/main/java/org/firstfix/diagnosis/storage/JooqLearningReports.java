package org.firstfix.diagnosis.storage;

import static org.firstfix.schema.diagnosis.Tables.LEARNING_REPORT;
import static org.firstfix.schema.diagnosis.Tables.MODEL_SCORE;
import static org.firstfix.schema.diagnosis.Tables.TICKET;
import static org.jooq.impl.DSL.avg;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.firstfix.diagnosis.domain.HonestShare;
import org.firstfix.diagnosis.domain.LearningReports;
import org.firstfix.diagnosis.domain.WhatChanged;
import org.firstfix.diagnosis.domain.WhatChanged.EngineRecord;
import org.firstfix.diagnosis.domain.WhatChanged.Surprise;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class JooqLearningReports implements LearningReports {
    /** One chance in twenty. */
    private static final double SURPRISING = -Math.log(0.05);

    private final DSLContext database;
    private final JsonMapper json;

    JooqLearningReports(DSLContext database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public long reportedUpTo() {
        Long last = database.select(max(LEARNING_REPORT.TO_TICKET)).from(LEARNING_REPORT).fetchSingle().value1();
        return last == null ? 0 : last;
    }

    @Override
    public EngineRecord engine(long from, long to) {
        var row = database.select(count(), count().filterWhere(MODEL_SCORE.TOP_HIT), count().filterWhere(MODEL_SCORE.FIRST_THREE),
                        count(MODEL_SCORE.COVERED), count().filterWhere(MODEL_SCORE.COVERED), avg(MODEL_SCORE.LOG_LOSS))
                .from(MODEL_SCORE).where(between(from, to)).fetchSingle();
        BigDecimal loss = row.value6();
        return new EngineRecord(row.value1(), HonestShare.of(row.value2(), row.value1()), HonestShare.of(row.value3(), row.value1()),
                HonestShare.of(row.value5(), row.value4()), loss == null ? 0 : loss.doubleValue());
    }

    @Override
    public List<Surprise> surprises(long from, long to, int most) {
        return database.select(TICKET.CASE_NUMBER, TICKET.CAUSES, MODEL_SCORE.LOG_LOSS).from(MODEL_SCORE)
                .join(TICKET).on(TICKET.SEQUENCE.eq(MODEL_SCORE.TICKET_SEQUENCE))
                .where(between(from, to), MODEL_SCORE.LOG_LOSS.gt(SURPRISING)).orderBy(MODEL_SCORE.LOG_LOSS.desc(), TICKET.SEQUENCE).limit(most)
                .fetch(row -> new Surprise(row.value1(), row.value2()[0], Math.exp(-row.value3())));
    }

    private static Condition between(long from, long to) {
        return MODEL_SCORE.IN_USE.isTrue().and(MODEL_SCORE.TICKET_SEQUENCE.gt(from)).and(MODEL_SCORE.TICKET_SEQUENCE.le(to));
    }

    @Override
    public void add(long from, long to, WhatChanged report, Instant at) {
        database.insertInto(LEARNING_REPORT)
                .set(LEARNING_REPORT.FROM_TICKET, from)
                .set(LEARNING_REPORT.TO_TICKET, to)
                .set(LEARNING_REPORT.CONTENTS, JSONB.valueOf(json.writeValueAsString(report)))
                .set(LEARNING_REPORT.MADE_AT, at).execute();
    }
}
