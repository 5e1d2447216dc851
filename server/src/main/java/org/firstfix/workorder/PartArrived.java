package org.firstfix.workorder;

import java.time.Instant;
import org.firstfix.cases.CaseId;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** The part that a work order waited for is here. */
public record PartArrived(WorkOrderId workOrderId, String number, CaseId caseId, OrgPath orgPath, Instant occurredAt) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("work-order", workOrderId.value().toString());
    }
}
