package org.firstfix.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** A plan of a day waits for a decision. */
public record PlanProposed(UUID versionId, LocalDate day, String cause, int changes, OrgPath orgPath, Instant occurredAt, String reason) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("plan", versionId.toString());
    }
}
