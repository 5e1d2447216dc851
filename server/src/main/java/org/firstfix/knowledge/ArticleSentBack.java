package org.firstfix.knowledge;

import java.time.Instant;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** A reviewer wants something changed first. */
public record ArticleSentBack(String number, int edition, OrgPath orgPath, Instant occurredAt, String reason) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("article", number);
    }
}
