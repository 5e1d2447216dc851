package org.firstfix.reminder;

import java.time.Instant;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** It is done, or not to be done any more: nobody is reminded. */
public record DutyWithdrawn(DutyId dutyId, OrgPath orgPath, Instant occurredAt, String reason) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("reminder", dutyId.value().toString());
    }
}
