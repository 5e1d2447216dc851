package org.firstfix.sla;

import java.time.Instant;
import org.firstfix.contract.Milestone;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** Three quarters of a target's contract time are used. */
public record MilestoneAtRisk(CaseReference reference, Milestone milestone, Instant dueAt, OrgPath orgPath, Instant occurredAt)
        implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("case", reference.id().toString());
    }
}
