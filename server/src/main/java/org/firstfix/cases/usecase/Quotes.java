package org.firstfix.cases.usecase;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.firstfix.cases.QuoteAgreed;
import org.firstfix.cases.QuoteRequested;
import org.firstfix.cases.QuoteWithdrawn;
import org.firstfix.cases.domain.Case;
import org.firstfix.cases.domain.QuoteRequest;
import org.firstfix.cases.domain.QuoteRequest.Answer;
import org.firstfix.cases.domain.QuoteRequest.Status;
import org.firstfix.cases.domain.QuoteRequests;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.sla.ServiceMoment;
import org.firstfix.sla.StandardApi;
import org.springframework.stereotype.Component;

/** What a case that nothing covers does to its quote, inside the steps of the case. */
@Component
class Quotes {
    private final QuoteRequests quotes;
    private final CaseDuties duties;
    private final StandardApi standards;
    private final Announcements announcements;

    Quotes(QuoteRequests quotes, CaseDuties duties, StandardApi standards, Announcements announcements) {
        this.quotes = quotes;
        this.duties = duties;
        this.standards = standards;
        this.announcements = announcements;
    }

    /** Nothing covers it: a quote is asked for, once. */
    void request(Case it, String why, Instant now) {
        Optional<QuoteRequest> known = quotes.forChange(it.id());
        QuoteRequest requested = known.map(before -> before.requestedAgain(why, now)).orElseGet(() -> {
            QuoteRequests.Name name = quotes.nextName(now.atOffset(ZoneOffset.ofHours(8)).getYear());
            return QuoteRequest.requested(name.id(), name.number(), it.id(), why, now, it.orgPath());
        });
        if (known.filter(requested::equals).isPresent()) {
            return;
        }
        if (known.isPresent()) {
            quotes.save(requested);
        } else {
            quotes.add(requested);
        }
        duties.follow(it, requested);
        standards.happened(it.key(), ServiceMoment.QUOTE_REQUESTED, now);
        announcements.announce(new QuoteRequested(it.id(), it.number(), requested.number(), it.orgPath(), now, why));
    }

    /** It is covered, or over: nobody waits for a quote any more. */
    void withdraw(Case it, Instant now) {
        quotes.forChange(it.id()).ifPresent(known -> {
            QuoteRequest withdrawn = known.withdrawn();
            if (!withdrawn.equals(known)) {
                quotes.save(withdrawn);
                announcements.announce(new QuoteWithdrawn(it.id(), it.number(), known.number(), it.orgPath(), now, ""));
            }
            duties.follow(it, withdrawn);
        });
    }

    /** Before an engineer goes: the customer has agreed to our quote, or says now to which one. @throws Problem 409 if neither */
    void requireAgreed(Case it, String agreedElsewhere, Instant now) {
        Optional<QuoteRequest> known = quotes.forChange(it.id());
        if (known.filter(quote -> quote.status() == Status.AGREED).isPresent()) {
            return;
        }
        if (agreedElsewhere.isBlank()) {
            throw Problem.conflict("cases.quote-first", Map.of("number", it.number()));
        }
        known.filter(QuoteRequest::mayBeSent).ifPresent(quote -> {
            quotes.save(quote.agreedElsewhere(new Answer(agreedElsewhere.strip(), now, Actors.current().name())));
            announcements.announce(new QuoteAgreed(it.id(), it.number(), quote.number(), it.orgPath(), now, agreedElsewhere.strip()));
        });
    }

    /** The case went to the field: nobody has to see to that any more. */
    void released(Case it) {
        quotes.of(it.id()).ifPresent(quote -> duties.follow(it, quote));
    }

    /** @throws Problem 409 if the case asks for no quote, or not for this step now */
    QuoteRequest change(Case it, UnaryOperator<QuoteRequest> step) {
        QuoteRequest changed = step.apply(quotes.forChange(it.id()).orElseThrow(() -> Problem.conflict("cases.quote-not-asked-for",
                Map.of("number", it.number()))));
        quotes.save(changed);
        duties.follow(it, changed);
        return changed;
    }
}
