package org.firstfix.reminder;

import java.time.Instant;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** Somebody who was reminded said that they know; it climbs no further. */
public record DutyAcknowledged(DutyId dutyId, OrgPath orgPath, Instant occurredAt, String reason) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("reminder", dutyId.value().toString());
    }
}
