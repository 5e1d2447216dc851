package org.firstfix.diagnosis;

import java.time.Instant;
import org.firstfix.cases.CaseId;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** Another visit is prepared: the prediction may be recorded anew. */
public record DiagnosisReopened(CaseId caseId, String number, int visit, OrgPath orgPath, Instant occurredAt, String reason) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("case", caseId.value().toString());
    }
}
