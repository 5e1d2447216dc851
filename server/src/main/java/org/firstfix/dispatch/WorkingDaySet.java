package org.firstfix.dispatch;

import java.time.Instant;
import java.util.Map;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** A part of the house has another depot or break. @param terms what holds now; empty: what the unit above has */
public record WorkingDaySet(String unitCode, Map<String, String> terms, OrgPath orgPath, Instant occurredAt, String reason) implements DomainEvent {
    public WorkingDaySet {
        terms = Map.copyOf(terms);
    }

    @Override
    public Subject subject() {
        return new Subject("org-unit", unitCode);
    }
}
