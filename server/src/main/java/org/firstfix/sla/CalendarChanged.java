package org.firstfix.sla;

import java.time.Instant;
import java.time.LocalDate;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** A calendar got a new version; open clocks follow within seconds. {@code version} 1 is a new calendar. */
public record CalendarChanged(String calendarCode, int version, LocalDate effectiveFrom, String reason, OrgPath orgPath,
        Instant occurredAt) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("calendar", calendarCode);
    }
}
