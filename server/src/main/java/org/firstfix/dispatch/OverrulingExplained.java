package org.firstfix.dispatch;

import java.time.Instant;
import java.util.UUID;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** Somebody said why the engine was overruled. @param why one of the catalogue; {@code reason} the words with it, if any */
public record OverrulingExplained(UUID overrulingId, String appointment, String why, OrgPath orgPath, Instant occurredAt, String reason) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("overruling", overrulingId.toString());
    }
}
