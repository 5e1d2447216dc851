package org.firstfix.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** A plan was put in force, or one was taken back. */
public record PlanPublished(UUID versionId, LocalDate day, String cause, int number, int changes, OrgPath orgPath, Instant occurredAt, String reason) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("plan", versionId.toString());
    }
}
