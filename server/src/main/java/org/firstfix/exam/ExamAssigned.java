package org.firstfix.exam;

import java.time.Instant;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** An engineer is to take it by a time. */
public record ExamAssigned(AssignmentId assignmentId, String code, PersonId engineerId, Instant dueAt, String reason, OrgPath orgPath, Instant occurredAt) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("exam", code);
    }
}
