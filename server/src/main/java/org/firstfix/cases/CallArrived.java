package org.firstfix.cases;

import java.time.Instant;
import java.util.UUID;

import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** The telephone rings. */
public record CallArrived(UUID callId, String shownNumber, OrgPath orgPath, Instant occurredAt) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("call", callId.toString());
    }
}
