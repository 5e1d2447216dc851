package org.firstfix.asset;

import java.time.Instant;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** A part was added to the catalogue or corrected. */
public record PartPut(String number, String kind,
        OrgPath orgPath, Instant occurredAt, String reason) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("part", number);
    }
}
