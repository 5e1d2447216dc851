package org.firstfix.cases.usecase;

import java.time.Instant;
import org.firstfix.cases.QuoteAgreed;
import org.firstfix.cases.QuoteDeclined;
import org.firstfix.cases.domain.Case;
import org.firstfix.cases.domain.QuoteRequest;
import org.firstfix.cases.domain.QuoteRequest.Answer;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** The customer's word on a quote. Agreed, the owner of the case is told at once to give it to the field. */
@Component
@Permission("case.work")
public final class RecordQuoteAnswer {
    private final Work work;
    private final Desk desk;
    private final Quotes quotes;

    RecordQuoteAnswer(Work work, Desk desk, Quotes quotes) {
        this.work = work;
        this.desk = desk;
        this.quotes = quotes;
    }

    /** @param customerSaid who agreed or declined, how and why */
    public record Command(String number, boolean agreed, String customerSaid) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            Case it = desk.cases().forChange(command.number());
            Instant now = desk.now();
            String word = command.customerSaid().strip();
            QuoteRequest quote = quotes.change(it, sent -> sent.answered(command.agreed(), new Answer(word, now, Actors.current().name())));
            desk.announcements().announce(command.agreed()
                    ? new QuoteAgreed(it.id(), it.number(), quote.number(), it.orgPath(), now, word)
                    : new QuoteDeclined(it.id(), it.number(), quote.number(), it.orgPath(), now, word));
        });
    }
}
