package org.firstfix.exam;

import java.time.Instant;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** It is drawn no more; papers that have it keep it. */
public record QuestionRetired(String code, String reason, OrgPath orgPath, Instant occurredAt) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("exam-question", code);
    }
}
