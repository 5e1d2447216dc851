package org.firstfix.exam;

import java.time.Instant;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** An engineer has begun; the time runs. */
public record PaperStarted(PaperId paperId, String code, PersonId engineerId, int attempt, Instant endsAt, OrgPath orgPath, Instant occurredAt) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("exam-paper", paperId.value().toString());
    }
}
