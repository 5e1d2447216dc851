package org.firstfix.customer;

import java.time.Instant;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** A customer has one more site. */
public record SiteRegistered(SiteId siteId, AccountId accountId, String number, String name,
        OrgPath orgPath, Instant occurredAt, String reason) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("site", siteId.value().toString());
    }
}
