package org.firstfix.workorder;

import java.time.Instant;
import org.firstfix.cases.CaseId;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** The visit is over: report signed, machine repaired. */
public record WorkOrderCompleted(WorkOrderId workOrderId, String number, CaseId caseId, String outcome, Instant leftAt, OrgPath orgPath, Instant occurredAt) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("work-order", workOrderId.value().toString());
    }
}
