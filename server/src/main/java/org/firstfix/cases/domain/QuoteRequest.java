package org.firstfix.cases.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.firstfix.cases.CaseId;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;

/**
 * What has to happen before an engineer goes to a machine that nothing covers: somebody writes a quote, the customer agrees.
 *
 * @param number as people call it
 * @param why nothing covers it, a key as in the entitlement
 */
public record QuoteRequest(UUID id, String number, CaseId caseId, String why, Status status, Instant requestedAt, Optional<Offer> offer,
        Optional<Answer> answer, OrgPath orgPath, int version) {
    public enum Status {
        REQUESTED,
        SENT,
        AGREED,
        DECLINED,
        WITHDRAWN;

        /** Somebody waits for us, or we for the customer. */
        public boolean isOpen() {
            return this == REQUESTED || this == SENT;
        }
    }

    /** @param amount in major units, 0 and up */
    public record Offer(BigDecimal amount, String currency, String text, Instant sentAt, String sentBy) {}

    /** The customer's word. @param by who wrote it down */
    public record Answer(String text, Instant at, String by) {}

    private static final Set<Status> MAY_BE_SENT = Set.of(Status.REQUESTED, Status.SENT, Status.DECLINED);

    public static QuoteRequest requested(UUID id, String number, CaseId caseId, String why, Instant at, OrgPath orgPath) {
        return new QuoteRequest(id, number, caseId, why, Status.REQUESTED, at, Optional.empty(), Optional.empty(), orgPath, 0);
    }

    public boolean mayBeSent() {
        return MAY_BE_SENT.contains(status);
    }

    /** A first offer, a better one, or another after the first was declined. */
    public QuoteRequest sent(Offer made) {
        require(mayBeSent(), "send");
        return in(Status.SENT, Optional.of(made), Optional.empty());
    }

    public boolean mayBeAnswered() {
        return status == Status.SENT;
    }

    public QuoteRequest answered(boolean agreed, Answer word) {
        require(mayBeAnswered(), "answer");
        return in(agreed ? Status.AGREED : Status.DECLINED, offer, Optional.of(word));
    }

    /** The customer agreed to a quote that did not go through us: by telephone, or on a paper of his own. */
    public QuoteRequest agreedElsewhere(Answer word) {
        require(mayBeSent(), "answer");
        return in(Status.AGREED, offer, Optional.of(word));
    }

    /** Nothing happens to what is settled already. */
    public QuoteRequest withdrawn() {
        return status.isOpen() ? in(Status.WITHDRAWN, offer, answer) : this;
    }

    /** Covered no more. What the customer agreed to before still holds. */
    public QuoteRequest requestedAgain(String newWhy, Instant at) {
        return status == Status.WITHDRAWN
                ? new QuoteRequest(id, number, caseId, newWhy, Status.REQUESTED, at, Optional.empty(), Optional.empty(), orgPath, version)
                : this;
    }

    private QuoteRequest in(Status next, Optional<Offer> made, Optional<Answer> word) {
        return new QuoteRequest(id, number, caseId, why, next, requestedAt, made, word, orgPath, version);
    }

    private void require(boolean allowed, String step) {
        if (!allowed) {
            throw Problem.conflict("cases.quote-step-not-allowed", Map.of("number", number, "status", status.name(), "step", step));
        }
    }
}
