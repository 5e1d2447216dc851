package org.firstfix.diagnosis.query;

import static org.firstfix.schema.diagnosis.Tables.LEARNING_REPORT;
import static org.firstfix.schema.diagnosis.Tables.MODEL;
import static org.jooq.impl.DSL.row;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.diagnosis.domain.LearntModel;
import org.firstfix.diagnosis.domain.WhatChanged;
import org.firstfix.platform.paging.Cursor;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.work.Query;
import org.firstfix.schema.diagnosis.tables.records.LearningReportRecord;
import org.jooq.DSLContext;
import tools.jackson.databind.json.JsonMapper;

/** What each night taught, and the models that came of it. */
@Query
public class LearningLog {
    private static final String ORDER = "learning";
    private static final int MOST_MODELS = 50;

    private final DSLContext database;
    private final JsonMapper json;

    LearningLog(DSLContext database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    public record Report(UUID id, Instant madeAt, WhatChanged changes) {}

    /** @param tickets findings it was learnt from at once; it learnt the later ones one by one */
    public record Model(int number, LearntModel.Status status, int tickets, Instant madeAt, Optional<Instant> inUseSince, Optional<Instant> retiredAt) {}

    /** The newest first. */
    public Page<Report> reports(PageRequest page) {
        var select = database.selectFrom(LEARNING_REPORT).where();
        page.after(ORDER, 2).ifPresent(cursor -> select.and(row(LEARNING_REPORT.MADE_AT, LEARNING_REPORT.ID).lt(cursor.instant(0), cursor.uuid(1))));
        List<LearningReportRecord> rows = select.orderBy(LEARNING_REPORT.MADE_AT.desc(), LEARNING_REPORT.ID.desc()).limit(page.limit() + 1).fetch();
        return Page.of(rows, page.limit(), last -> Cursor.after(ORDER, last.getMadeAt(), last.getId()))
                .map(it -> new Report(it.getId(), it.getMadeAt(), json.readValue(it.getContents().data(), WhatChanged.class)));
    }

    public List<Model> models() {
        return database.selectFrom(MODEL).orderBy(MODEL.NUMBER.desc()).limit(MOST_MODELS).fetch(it -> new Model(it.getNumber(),
                LearntModel.Status.valueOf(it.getStatus()), it.getTickets(), it.getMadeAt(), Optional.ofNullable(it.getInUseSince()),
                Optional.ofNullable(it.getRetiredAt())));
    }
}
