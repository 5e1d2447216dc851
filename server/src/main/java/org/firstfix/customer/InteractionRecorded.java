package org.firstfix.customer;

import java.time.Instant;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** We were in touch with a customer. */
public record InteractionRecorded(InteractionId interactionId, AccountId accountId, String channel, String direction, String about,
        OrgPath orgPath, Instant occurredAt, String reason) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("interaction", interactionId.value().toString());
    }
}
