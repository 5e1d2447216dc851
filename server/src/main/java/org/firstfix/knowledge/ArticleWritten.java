package org.firstfix.knowledge;

import java.time.Instant;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** An article got another edition; the first one is a new article. */
public record ArticleWritten(String number, int edition, String title, OrgPath orgPath, Instant occurredAt, String reason) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("article", number);
    }
}
