package org.firstfix.diagnosis;

import java.time.Instant;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** What carrying parts costs and saves is valued otherwise from now on. */
public record CarryingPolicyChanged(int version, OrgPath orgPath, Instant occurredAt, String reason) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("carrying-policy", Integer.toString(version));
    }
}
