package org.firstfix.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** A proposal is not wanted, or could not be computed. */
public record PlanSetAside(UUID versionId, LocalDate day, String cause, OrgPath orgPath, Instant occurredAt, String reason) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("plan", versionId.toString());
    }
}
