package org.firstfix.cases;

import java.time.Instant;
import java.util.UUID;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** Hung up; {@code missed} if nobody had taken it. */
public record CallEnded(UUID callId, String shownNumber, boolean missed, OrgPath orgPath, Instant occurredAt) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("call", callId.toString());
    }
}
