package org.firstfix.reminder;

import java.time.Instant;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** Somebody has something to do by a time. */
public record DutyEntrusted(DutyId dutyId, UserId responsible, Instant dueAt, OrgPath orgPath, Instant occurredAt) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("reminder", dutyId.value().toString());
    }
}
