package org.firstfix.organization;

import java.time.Instant;
import java.util.Set;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** The organisation has a role of its own, or changed one. */
public record CustomRoleDefined(String code, Set<String> permissions, OrgPath orgPath, Instant occurredAt) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("role", code);
    }
}
