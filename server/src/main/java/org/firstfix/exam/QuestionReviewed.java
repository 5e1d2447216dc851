package org.firstfix.exam;

import java.time.Instant;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** A second person has read it; an accepted version may be drawn from now on. */
public record QuestionReviewed(String code, int version, boolean accepted, String reason, OrgPath orgPath, Instant occurredAt) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("exam-question", code);
    }
}
