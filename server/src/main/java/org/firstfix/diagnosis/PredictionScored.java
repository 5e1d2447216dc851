package org.firstfix.diagnosis;

import java.time.Instant;
import java.util.List;
import org.firstfix.cases.CaseId;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** The true cause is known and the prediction was compared with it. */
public record PredictionScored(CaseId caseId, String number, List<String> trueCauses, DiagnosisApi.Outcome outcome, OrgPath orgPath,
        Instant occurredAt) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("case", caseId.value().toString());
    }
}
