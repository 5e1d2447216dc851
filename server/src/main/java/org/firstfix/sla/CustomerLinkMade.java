package org.firstfix.sla;

import java.time.Instant;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** Whoever has the link sees the clock of the case until it expires. */
public record CustomerLinkMade(CaseReference reference, Instant expiresAt, OrgPath orgPath, Instant occurredAt) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("case", reference.id().toString());
    }
}
