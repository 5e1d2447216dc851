package org.firstfix.customer;

import java.time.Instant;
import java.util.List;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.journal.FieldChange;
import org.firstfix.platform.scope.OrgPath;

/** Facts of an account were corrected. */
public record AccountChanged(AccountId accountId, String number, String name, List<FieldChange> changes,
        OrgPath orgPath, Instant occurredAt, String reason) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("account", accountId.value().toString());
    }
}
