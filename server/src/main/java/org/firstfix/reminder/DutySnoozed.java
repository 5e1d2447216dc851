package org.firstfix.reminder;

import java.time.Instant;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** The responsible person wants to be reminded later, but not after it is due. */
public record DutySnoozed(DutyId dutyId, Instant until, OrgPath orgPath, Instant occurredAt, String reason) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("reminder", dutyId.value().toString());
    }
}
