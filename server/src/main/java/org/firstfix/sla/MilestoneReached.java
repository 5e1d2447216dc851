package org.firstfix.sla;

import java.time.Instant;
import org.firstfix.contract.Milestone;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** A milestone was reached, in time or after it ({@code late}). */
public record MilestoneReached(CaseReference reference, Milestone milestone, boolean late, OrgPath orgPath, Instant occurredAt)
        implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("case", reference.id().toString());
    }
}
