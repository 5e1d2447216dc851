package org.firstfix.contract;

import java.time.Instant;
import java.util.Map;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/**
 * A coverage code was added or its promise changed. Clocks that run keep what they were started with.
 *
 * @param minutes contract time per priority and milestone
 */
public record CoverageChanged(String code, String calendarCode, boolean active, Map<Priority, Map<Milestone, Long>> minutes,
        String reason, OrgPath orgPath, Instant occurredAt) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("coverage-code", code);
    }
}
