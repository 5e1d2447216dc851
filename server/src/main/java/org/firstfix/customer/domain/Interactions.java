package org.firstfix.customer.domain;

import java.time.Instant;
import java.util.Optional;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.ContactId;
import org.firstfix.customer.InteractionId;
import org.firstfix.platform.scope.OrgPath;

/** Every contact with a customer; what was recorded stays. */
public interface Interactions {
    InteractionId add(Interaction interaction);

    record Interaction(AccountId accountId, Optional<ContactId> contactId, InteractionChannel channel, Direction direction,
            Instant occurredAt, Instant recordedAt, String subject, String body, String reference, String personName,
            OrgPath orgPath) {}
}
