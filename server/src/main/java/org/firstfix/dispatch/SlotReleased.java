package org.firstfix.dispatch;

import java.time.Instant;
import java.util.UUID;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.workorder.WorkOrderId;

/** A time is not kept any more: somebody gave it back, or it expired. */
public record SlotReleased(UUID holdId, WorkOrderId workOrderId, boolean expired, OrgPath orgPath, Instant occurredAt, String reason) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("work-order", workOrderId.value().toString());
    }
}
