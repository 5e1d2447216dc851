package org.firstfix.cases;

import java.time.Instant;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** The customer agreed; the case may be given to the field. The reason is the customer's word. */
public record QuoteAgreed(CaseId caseId, String number, String quote, OrgPath orgPath, Instant occurredAt, String reason) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("case", caseId.value().toString());
    }
}
