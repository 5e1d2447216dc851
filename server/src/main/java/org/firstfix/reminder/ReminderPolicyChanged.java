package org.firstfix.reminder;

import java.time.Instant;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/**
 * A kind of duty is reminded of in another way from now on, or has a policy of its own for the first time (version 0);
 * what is planned already stays as it was.
 */
public record ReminderPolicyChanged(String code, int version, OrgPath orgPath, Instant occurredAt, String reason) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("reminder-policy", code);
    }
}
