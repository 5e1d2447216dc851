package org.firstfix.knowledge;

import java.time.Instant;
import org.firstfix.cases.CaseId;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** Somebody followed an article on a case to its end; {@code result} is SOLVED, NOT_SOLVED or ABANDONED. */
public record ScriptFollowed(String number, int edition, String result, CaseId caseId, String caseNumber, OrgPath orgPath, Instant occurredAt) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("case", caseId.value().toString());
    }
}
