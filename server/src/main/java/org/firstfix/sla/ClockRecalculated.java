package org.firstfix.sla;

import java.time.Instant;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** The calendar of a running clock changed, and with it its due times. */
public record ClockRecalculated(CaseReference reference, OrgPath orgPath, Instant occurredAt) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("case", reference.id().toString());
    }
}
