package org.firstfix.workorder;

import java.time.Instant;
import org.firstfix.cases.CaseId;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** The visit ended without a repair; the outcome says why and another visit follows. */
public record VisitEndedOpen(WorkOrderId workOrderId, String number, CaseId caseId, String outcome, Instant leftAt, OrgPath orgPath, Instant occurredAt, String reason) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("work-order", workOrderId.value().toString());
    }
}
