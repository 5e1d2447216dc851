package org.firstfix.organization;

import java.time.Instant;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** The house has grown a part. */
public record OrgUnitRegistered(String code, String kind, OrgPath orgPath, Instant occurredAt) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("org-unit", code);
    }
}
