package org.firstfix.knowledge;

import java.time.Instant;
import org.firstfix.cases.CaseId;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** Somebody opened an article on a case, linked it or took the link back; {@code use} is OPENED, LINKED or UNLINKED. */
public record ArticleUsed(String number, int edition, String use, CaseId caseId, String caseNumber, OrgPath orgPath, Instant occurredAt) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("case", caseId.value().toString());
    }
}
