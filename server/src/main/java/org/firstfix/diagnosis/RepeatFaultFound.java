package org.firstfix.diagnosis;

import java.time.Instant;
import org.firstfix.cases.CaseId;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** A fault came back soon after its repair; {@code kind} is SAME_MACHINE or SAME_CAUSE_AT_SITE. */
public record RepeatFaultFound(CaseId caseId, String number, String earlierNumber, String kind, int days, OrgPath orgPath, Instant occurredAt)
        implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("case", caseId.value().toString());
    }
}
