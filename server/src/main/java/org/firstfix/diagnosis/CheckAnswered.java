package org.firstfix.diagnosis;

import java.time.Instant;
import org.firstfix.cases.CaseId;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/**
 * A guided check of a case was answered, or its answer corrected.
 *
 * @param answer YES, NO or UNKNOWN
 * @param revision 1 for the first answer; a correction counts up and the earlier answers stay
 */
public record CheckAnswered(CaseId caseId, String number, String checkCode, String answer, int revision, OrgPath orgPath,
        Instant occurredAt) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("case", caseId.value().toString());
    }
}
