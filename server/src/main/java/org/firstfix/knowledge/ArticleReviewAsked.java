package org.firstfix.knowledge;

import java.time.Instant;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** Its author is done; somebody else is to look at it. */
public record ArticleReviewAsked(String number, int edition, String title, OrgPath orgPath, Instant occurredAt) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("article", number);
    }
}
