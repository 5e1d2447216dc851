package org.firstfix.customer;

import java.time.Instant;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** Somebody at the customer's is known from now on. */
public record ContactRegistered(ContactId contactId, AccountId accountId, String name,
        OrgPath orgPath, Instant occurredAt, String reason) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("contact", contactId.value().toString());
    }
}
