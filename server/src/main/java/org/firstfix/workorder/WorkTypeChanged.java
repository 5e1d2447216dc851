package org.firstfix.workorder;

import java.time.Instant;
import java.util.List;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.journal.FieldChange;
import org.firstfix.platform.scope.OrgPath;

/**
 * A type of work was added, changed, retired or brought back. Visits that are ordered already keep what they began with.
 *
 * @param version 0 is a new one
 */
public record WorkTypeChanged(String code, int version, boolean active, List<FieldChange> changes, String reason, OrgPath orgPath,
        Instant occurredAt) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("work-type", code);
    }
}
