package org.firstfix.workorder;

import java.time.Instant;
import org.firstfix.cases.CaseId;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** There is work to be done at a site. */
public record WorkOrderReleased(WorkOrderId workOrderId, String number, CaseId caseId, int visitNumber, OrgPath orgPath, Instant occurredAt) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("work-order", workOrderId.value().toString());
    }
}
