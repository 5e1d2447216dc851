package org.firstfix.cases.usecase;

import java.math.BigDecimal;
import java.time.Instant;
import org.firstfix.cases.QuoteSent;
import org.firstfix.cases.domain.Case;
import org.firstfix.cases.domain.QuoteRequest;
import org.firstfix.cases.domain.QuoteRequest.Offer;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.firstfix.sla.ServiceMoment;
import org.springframework.stereotype.Component;

/** The customer is told what the repair costs. */
@Component
@Permission("case.work")
public final class SendQuote {
    private final Work work;
    private final Desk desk;
    private final Quotes quotes;

    SendQuote(Work work, Desk desk, Quotes quotes) {
        this.work = work;
        this.desk = desk;
        this.quotes = quotes;
    }

    public record Command(String number, BigDecimal amount, String currency, String text) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            Case it = desk.cases().forChange(command.number());
            Instant now = desk.now();
            QuoteRequest sent = quotes.change(it, quote -> quote.sent(new Offer(command.amount(), command.currency(), command.text().strip(), now,
                    Actors.current().name())));
            desk.standards().happened(it.key(), ServiceMoment.QUOTE_SENT, now);
            desk.memory().recordMessage(it, now, sent.number() + ": " + command.currency() + " " + command.amount().toPlainString() + "\n" + command.text().strip());
            desk.announcements().announce(new QuoteSent(it.id(), it.number(), sent.number(), command.amount(), command.currency(), it.orgPath(), now, ""));
        });
    }
}
