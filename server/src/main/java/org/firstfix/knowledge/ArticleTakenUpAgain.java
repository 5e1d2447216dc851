package org.firstfix.knowledge;

import java.time.Instant;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** A retired article is a draft again. */
public record ArticleTakenUpAgain(String number, OrgPath orgPath, Instant occurredAt, String reason) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("article", number);
    }
}
