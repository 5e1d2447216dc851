package org.firstfix.diagnosis;

import java.time.Instant;
import org.firstfix.cases.CaseId;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** The engineer left with this prediction; {@code visit} counts from 1. */
public record DiagnosisFrozen(CaseId caseId, String number, int visit, OrgPath orgPath, Instant occurredAt) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("case", caseId.value().toString());
    }
}
