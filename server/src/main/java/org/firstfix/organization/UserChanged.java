package org.firstfix.organization;

import java.time.Instant;
import java.util.Set;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** What a user is called, may do, or whether he may sign in has changed; never the password itself. */
public record UserChanged(UserId userId, String userName, Set<String> changed, OrgPath orgPath, Instant occurredAt) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("user", userId.value().toString());
    }
}
