package org.firstfix.exam;

import java.time.Instant;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** An engineer objects to a question. */
public record AppealRaised(AppealId appealId, PaperId paperId, String question, PersonId engineerId, String reason, OrgPath orgPath, Instant occurredAt) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("exam-appeal", appealId.value().toString());
    }
}
