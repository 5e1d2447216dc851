package org.firstfix.exam;

import java.time.Instant;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** Handed in, or the time was over. */
public record PaperHandedIn(PaperId paperId, String code, PersonId engineerId, boolean timeOver, OrgPath orgPath, Instant occurredAt) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("exam-paper", paperId.value().toString());
    }
}
