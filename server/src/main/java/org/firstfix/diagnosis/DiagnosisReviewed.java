package org.firstfix.diagnosis;

import java.time.Instant;
import org.firstfix.cases.CaseId;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** Technical support has looked at a dedicated engineer's own diagnosis; {@code review} is AGREED or CHANGED. */
public record DiagnosisReviewed(CaseId caseId, String number, String review, OrgPath orgPath, Instant occurredAt) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("case", caseId.value().toString());
    }
}
