package org.firstfix.customer;

import java.time.Instant;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** A customer is known to the house from now on. */
public record AccountRegistered(AccountId accountId, String number, String name, String tier,
        OrgPath orgPath, Instant occurredAt, String reason) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("account", accountId.value().toString());
    }
}
