package org.firstfix.cases;

import java.time.Instant;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/**
 * We wait for the customer.
 *
 * @param clockPaused whether the contract gave the right to stop the clock for it; otherwise it goes on
 */
public record CaseWaitingForCustomer(CaseId caseId, String number, boolean clockPaused, OrgPath orgPath, Instant occurredAt, String reason)
        implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("case", caseId.value().toString());
    }
}
