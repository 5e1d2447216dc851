package org.firstfix.knowledge;

import java.time.Instant;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** Somebody of the house said whether it helps. */
public record ArticleJudged(String number, boolean helpful, OrgPath orgPath, Instant occurredAt, String reason) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("article", number);
    }
}
