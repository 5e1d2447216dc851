package org.firstfix.asset;

import java.time.Instant;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** A model was added to the catalogue or corrected. */
public record ModelPut(String code, String family,
        OrgPath orgPath, Instant occurredAt, String reason) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("product-model", code);
    }
}
