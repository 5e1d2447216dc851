package org.firstfix.exam;

import java.time.Instant;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** An objection was accepted or refused; {@code regraded} papers have another result. */
public record AppealDecided(AppealId appealId, String question, boolean accepted, int regraded, String reason, OrgPath orgPath, Instant occurredAt) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("exam-appeal", appealId.value().toString());
    }
}
