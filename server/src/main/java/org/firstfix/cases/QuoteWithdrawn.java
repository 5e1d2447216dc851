package org.firstfix.cases;

import java.time.Instant;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** No quote is needed any more: the case is covered, or over. */
public record QuoteWithdrawn(CaseId caseId, String number, String quote, OrgPath orgPath, Instant occurredAt, String reason) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("case", caseId.value().toString());
    }
}
