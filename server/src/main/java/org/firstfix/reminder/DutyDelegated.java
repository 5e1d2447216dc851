package org.firstfix.reminder;

import java.time.Instant;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** Somebody else is to do it. @param key the subject and kind, for the module that entrusted it */
public record DutyDelegated(DutyId dutyId, ReminderApi.Key key, UserId from, UserId to, OrgPath orgPath, Instant occurredAt,
        String reason) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("reminder", dutyId.value().toString());
    }
}
