package org.firstfix.contract;

import java.time.Instant;
import org.firstfix.customer.AccountId;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/**
 * A contract was registered, amended, or moved to another state.
 *
 * @param what REGISTERED, AMENDED, ACTIVATED, SUSPENDED, RESUMED or ENDED
 */
public record ContractChanged(ContractId contractId, String number, AccountId accountId, String what, String reason, OrgPath orgPath,
        Instant occurredAt) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("contract", number);
    }
}
