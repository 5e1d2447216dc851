package org.firstfix.cases.storage;

import static org.firstfix.schema.cases.Sequences.QUOTE_NUMBER;
import static org.firstfix.schema.cases.Tables.QUOTE_REQUEST;

import java.util.Optional;
import java.util.UUID;
import org.firstfix.cases.CaseId;
import org.firstfix.cases.domain.QuoteRequest;
import org.firstfix.cases.domain.QuoteRequest.Answer;
import org.firstfix.cases.domain.QuoteRequest.Offer;
import org.firstfix.cases.domain.QuoteRequests;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.schema.cases.tables.records.QuoteRequestRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

@Component
class JooqQuoteRequests implements QuoteRequests {
    private final DSLContext database;

    JooqQuoteRequests(DSLContext database) {
        this.database = database;
    }

    @Override
    public Name nextName(int year) {
        return new Name(UUID.randomUUID(), "Q-%d-%06d".formatted(year, database.nextval(QUOTE_NUMBER)));
    }

    @Override
    public Optional<QuoteRequest> of(CaseId caseId) {
        return database.selectFrom(QUOTE_REQUEST).where(QUOTE_REQUEST.CASE_ID.eq(caseId.value())).fetchOptional().map(JooqQuoteRequests::toQuote);
    }

    @Override
    public Optional<QuoteRequest> forChange(CaseId caseId) {
        return database.selectFrom(QUOTE_REQUEST).where(QUOTE_REQUEST.CASE_ID.eq(caseId.value())).forUpdate().fetchOptional()
                .map(JooqQuoteRequests::toQuote);
    }

    @Override
    public void add(QuoteRequest requested) {
        QuoteRequestRecord row = database.newRecord(QUOTE_REQUEST);
        row.setId(requested.id());
        row.setNumber(requested.number());
        row.setCaseId(requested.caseId().value());
        row.setOrgPath(requested.orgPath().value());
        write(requested, row);
        row.insert();
    }

    @Override
    public void save(QuoteRequest changed) {
        QuoteRequestRecord row = database.newRecord(QUOTE_REQUEST);
        write(changed, row);
        database.update(QUOTE_REQUEST).set(row).set(QUOTE_REQUEST.VERSION, QUOTE_REQUEST.VERSION.plus(1))
                .where(QUOTE_REQUEST.ID.eq(changed.id())).execute();
    }

    private static void write(QuoteRequest quote, QuoteRequestRecord row) {
        row.setWhy(quote.why());
        row.setStatus(quote.status().name());
        row.setRequestedAt(quote.requestedAt());
        row.setAmount(quote.offer().map(Offer::amount).orElse(null));
        row.setCurrency(quote.offer().map(Offer::currency).orElse(null));
        row.setOffer(quote.offer().map(Offer::text).orElse(""));
        row.setSentAt(quote.offer().map(Offer::sentAt).orElse(null));
        row.setSentBy(quote.offer().map(Offer::sentBy).orElse(""));
        row.setAnsweredAt(quote.answer().map(Answer::at).orElse(null));
        row.setAnswer(quote.answer().map(Answer::text).orElse(""));
        row.setAnsweredBy(quote.answer().map(Answer::by).orElse(""));
    }

    private static QuoteRequest toQuote(QuoteRequestRecord row) {
        Optional<Offer> offer = Optional.ofNullable(row.getAmount())
                .map(amount -> new Offer(amount, row.getCurrency(), row.getOffer(), row.getSentAt(), row.getSentBy()));
        Optional<Answer> answer = Optional.ofNullable(row.getAnsweredAt()).map(at -> new Answer(row.getAnswer(), at, row.getAnsweredBy()));
        return new QuoteRequest(row.getId(), row.getNumber(), new CaseId(row.getCaseId()), row.getWhy(),
                QuoteRequest.Status.valueOf(row.getStatus()), row.getRequestedAt(), offer, answer, new OrgPath(row.getOrgPath()), row.getVersion());
    }
}
