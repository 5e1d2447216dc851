package org.firstfix.exam;

import java.time.Instant;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** A question, or another version of one, waits for a second person. */
public record QuestionWritten(String code, int version, OrgPath orgPath, Instant occurredAt) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("exam-question", code);
    }
}
