package org.firstfix.customer;

import java.time.Instant;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** A promise has another owner. */
public record PromiseHandedOver(PromiseId promiseId, AccountId accountId, String what, UserId formerOwner, UserId owner,
        OrgPath orgPath, Instant occurredAt, String reason) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("promise", promiseId.value().toString());
    }
}
