package org.firstfix.customer;

import java.time.Instant;
import java.util.List;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.journal.FieldChange;
import org.firstfix.platform.scope.OrgPath;

/** Facts of a contact were corrected. */
public record ContactChanged(ContactId contactId, AccountId accountId, String name, List<FieldChange> changes,
        OrgPath orgPath, Instant occurredAt, String reason) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("contact", contactId.value().toString());
    }
}
