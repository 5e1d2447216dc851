package org.firstfix.organization;

import java.time.Instant;
import java.util.Set;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** Somebody may sign in from now on. */
public record UserRegistered(UserId userId, String userName, Set<String> roles, OrgPath orgPath, Instant occurredAt) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("user", userId.value().toString());
    }
}
