package org.firstfix.diagnosis;

import java.time.Instant;
import java.util.List;
import org.firstfix.cases.CaseId;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** Somebody said what it probably is and what to carry; {@code answer} to the engine is NONE, CONFIRMED, CHANGED or UNKNOWN. */
public record DiagnosisRecorded(CaseId caseId, String number, boolean unknown, List<String> likelyCauses, List<String> carriedParts, String answer,
        boolean needsReview, OrgPath orgPath, Instant occurredAt) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("case", caseId.value().toString());
    }
}
