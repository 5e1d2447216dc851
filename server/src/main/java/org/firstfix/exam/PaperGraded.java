package org.firstfix.exam;

import java.math.BigDecimal;
import java.time.Instant;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** The result of a paper is known, or known anew. */
public record PaperGraded(PaperId paperId, String code, PersonId engineerId, BigDecimal earned, BigDecimal possible, boolean passed, String reason, OrgPath orgPath, Instant occurredAt) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("exam-paper", paperId.value().toString());
    }
}
