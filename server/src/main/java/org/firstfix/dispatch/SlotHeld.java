package org.firstfix.dispatch;

import java.time.Instant;
import java.util.UUID;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.workorder.WorkOrderId;

/** A time is kept for a customer until it expires. */
public record SlotHeld(UUID holdId, WorkOrderId workOrderId, PersonId engineerId, Instant windowStartsAt, Instant windowEndsAt, Instant expiresAt, OrgPath orgPath,
        Instant occurredAt, String reason) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("work-order", workOrderId.value().toString());
    }
}
