package org.firstfix.integration;

import java.time.Instant;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** A file was taken in. */
public record ImportFinished(ImportId importId, String kind, String fileName, int rowsGood, int rowsChanged, int rowsBad, int rowsExisting,
        OrgPath orgPath, Instant occurredAt) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("import", importId.value().toString());
    }
}
