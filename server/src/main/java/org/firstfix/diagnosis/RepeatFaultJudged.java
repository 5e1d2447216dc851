package org.firstfix.diagnosis;

import java.time.Instant;
import org.firstfix.cases.CaseId;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** Somebody said why a fault came back. */
public record RepeatFaultJudged(CaseId caseId, String number, String verdict, OrgPath orgPath, Instant occurredAt, String reason) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("case", caseId.value().toString());
    }
}
