package org.firstfix.cases;

import java.time.Instant;
import java.util.UUID;

import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** Somebody took the call. */
public record CallAnswered(UUID callId, String shownNumber, OrgPath orgPath, Instant occurredAt) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("call", callId.toString());
    }
}
