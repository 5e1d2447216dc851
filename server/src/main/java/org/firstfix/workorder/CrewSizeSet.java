package org.firstfix.workorder;

import java.time.Instant;
import org.firstfix.cases.CaseId;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** The visit needs so many engineers, and why. */
public record CrewSizeSet(WorkOrderId workOrderId, String number, CaseId caseId, int crewSize, int formerSize, OrgPath orgPath, Instant occurredAt, String reason)
        implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("work-order", workOrderId.value().toString());
    }
}
