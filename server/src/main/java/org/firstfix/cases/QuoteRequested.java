package org.firstfix.cases;

import java.time.Instant;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** Nothing covers the case: somebody has to write a quote. The reason says why nothing covers it. */
public record QuoteRequested(CaseId caseId, String number, String quote, OrgPath orgPath, Instant occurredAt, String reason) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("case", caseId.value().toString());
    }
}
