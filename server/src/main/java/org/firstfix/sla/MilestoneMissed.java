package org.firstfix.sla;

import java.time.Instant;
import org.firstfix.contract.Milestone;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** A target passed and the milestone was not reached. Found by a job within seconds of its moment. */
public record MilestoneMissed(CaseReference reference, Milestone milestone, Instant dueAt, OrgPath orgPath, Instant occurredAt)
        implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("case", reference.id().toString());
    }
}
