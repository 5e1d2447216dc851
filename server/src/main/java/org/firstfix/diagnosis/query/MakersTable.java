package org.firstfix.diagnosis.query;

import static org.firstfix.schema.diagnosis.Tables.CAUSE;
import static org.firstfix.schema.diagnosis.Tables.FAULT_LINE;
import static org.firstfix.schema.diagnosis.Tables.TREE;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.firstfix.diagnosis.domain.MakersTickets.Line;
import org.firstfix.platform.work.Query;
import org.jooq.DSLContext;

/** What the makers' tables say about symptoms in words: knowledge before anything was counted. */
@Query
public class MakersTable {
    private final DSLContext database;

    MakersTable(DSLContext database) {
        this.database = database;
    }

    /** The lines in use whose cause is in use, by their code. */
    public List<Line> active() {
        return database.select(FAULT_LINE.asterisk()).from(FAULT_LINE).join(CAUSE).on(CAUSE.CODE.eq(FAULT_LINE.CAUSE_CODE))
                .where(FAULT_LINE.ACTIVE.isTrue(), CAUSE.ACTIVE.isTrue()).orderBy(FAULT_LINE.CODE).fetchInto(FAULT_LINE)
                .map(row -> new Line(row.getCode(), Optional.ofNullable(row.getFamily()), Optional.ofNullable(row.getModel()),
                        row.getWordsZh(), row.getWordsEn(), Optional.ofNullable(row.getSymptomCode()), row.getCauseCode(),
                        List.of(row.getPartKinds()), row.getWeight().doubleValue()));
    }

    /** Grows with every change of the table or of the causes it names: what was learnt from it is stale when this has grown. */
    public long version() {
        return database.select(sum(TREE.VERSION)).from(TREE).where(TREE.KIND.in("CAUSE", "FAULT_LINE"))
                .fetchOptional().map(row -> row.value1()).map(BigDecimal::longValueExact).orElse(0L);
    }
}
