package org.firstfix.diagnosis.storage;

import static org.firstfix.schema.diagnosis.Sequences.TICKET_SEQUENCE;
import static org.firstfix.schema.diagnosis.Tables.TICKET;
import static org.jooq.impl.DSL.max;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.cases.CaseId;
import org.firstfix.diagnosis.domain.FaultTicket;
import org.firstfix.diagnosis.domain.Tickets;
import org.firstfix.faultfinding.Question;
import org.firstfix.schema.diagnosis.tables.records.TicketRecord;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
class JooqTickets implements Tickets {
    private static final TypeReference<Map<String, Double>> FIGURES = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};
    private static final long ORDER = 0x0f1f_0003L;

    private final DSLContext database;
    private final JsonMapper json;

    JooqTickets(DSLContext database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public void add(CaseId of, FaultTicket found) {
        // Until the end of this transaction nobody else takes a place: a lower one never appears after a higher one.
        database.selectOne().from("pg_advisory_xact_lock({0})", DSL.val(ORDER)).execute();
        long sequence = database.nextval(TICKET_SEQUENCE);
        database.update(TICKET).set(TICKET.SUPERSEDED_BY, sequence)
                .where(TICKET.CASE_ID.eq(of.value()), TICKET.SUPERSEDED_BY.isNull()).execute();
        database.insertInto(TICKET)
                .set(TICKET.SEQUENCE, sequence)
                .set(TICKET.CASE_ID, of.value())
                .set(TICKET.CASE_NUMBER, found.caseNumber())
                .set(TICKET.REPORTED, found.question().reported())
                .set(TICKET.MACHINE, found.question().machine().toArray(String[]::new))
                .set(TICKET.FIGURES, JSONB.valueOf(json.writeValueAsString(found.question().figures())))
                .set(TICKET.FACTS, JSONB.valueOf(json.writeValueAsString(found.question().facts())))
                .set(TICKET.CAUSES, found.causes().toArray(String[]::new))
                .set(TICKET.PART_KINDS, found.partKinds().map(kinds -> kinds.toArray(String[]::new)).orElse(null))
                .set(TICKET.FOUND_AT, found.foundAt())
                .execute();
    }

    @Override
    public List<FaultTicket> after(long sequence, int most) {
        return database.selectFrom(TICKET).where(TICKET.SEQUENCE.gt(sequence)).orderBy(TICKET.SEQUENCE).limit(most).fetch(this::toTicket);
    }

    @Override
    public List<FaultTicket> upTo(long sequence) {
        return database.selectFrom(TICKET)
                .where(TICKET.SEQUENCE.le(sequence)).and(TICKET.SUPERSEDED_BY.isNull().or(TICKET.SUPERSEDED_BY.gt(sequence)))
                .orderBy(TICKET.SEQUENCE).fetch(this::toTicket);
    }

    @Override
    public long newest() {
        Long newest = database.select(max(TICKET.SEQUENCE)).from(TICKET).fetchSingle().value1();
        return newest == null ? 0 : newest;
    }

    private FaultTicket toTicket(TicketRecord row) {
        Question question = new Question(row.getReported(), List.of(row.getMachine()), json.readValue(row.getFigures().data(), FIGURES),
                json.readValue(row.getFacts().data(), FACTS));
        return new FaultTicket(row.getSequence(), row.getCaseNumber(), question, List.of(row.getCauses()),
                Optional.ofNullable(row.getPartKinds()).map(List::of), row.getFoundAt());
    }
}
