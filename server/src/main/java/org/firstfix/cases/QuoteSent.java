package org.firstfix.cases;

import java.math.BigDecimal;
import java.time.Instant;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** The customer was told what it costs. */
public record QuoteSent(CaseId caseId, String number, String quote, BigDecimal amount, String currency, OrgPath orgPath, Instant occurredAt, String reason) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("case", caseId.value().toString());
    }
}
