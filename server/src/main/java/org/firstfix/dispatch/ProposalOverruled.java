package org.firstfix.dispatch;

import java.time.Instant;
import java.util.UUID;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** A person sent somebody else than the engine would have sent. @param rule that spoke loudest against it */
public record ProposalOverruled(UUID overrulingId, String appointment, String rule, OrgPath orgPath, Instant occurredAt) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("overruling", overrulingId.toString());
    }
}
