package org.firstfix.sla;

import java.time.Instant;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** A service standard was added or changed; what runs keeps what it began with. {@code version} 0 is a new one. */
public record StandardChanged(String code, int version, int minutes, String calendarCode, boolean active, String reason, OrgPath orgPath,
        Instant occurredAt) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("standard", code);
    }
}
