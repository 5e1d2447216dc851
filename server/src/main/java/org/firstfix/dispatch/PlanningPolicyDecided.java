package org.firstfix.dispatch;

import java.time.Instant;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** A part of the house weighs its plans differently from now on. @param own whether by a policy of its own, and not by the one above */
public record PlanningPolicyDecided(int version, boolean own, boolean tried, OrgPath orgPath, Instant occurredAt, String reason) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("planning-policy", Integer.toString(version));
    }
}
