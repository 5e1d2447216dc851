package org.firstfix.customer;

import java.time.Instant;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** A promise was kept, broken or withdrawn. */
public record PromiseSettled(PromiseId promiseId, AccountId accountId, String what, String status,
        OrgPath orgPath, Instant occurredAt, String reason) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("promise", promiseId.value().toString());
    }
}
