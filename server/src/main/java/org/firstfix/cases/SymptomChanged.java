package org.firstfix.cases;

import java.time.Instant;
import java.util.List;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.journal.FieldChange;
import org.firstfix.platform.scope.OrgPath;

/**
 * A symptom of the catalogue was added, changed, retired or brought back.
 *
 * @param version 0 is a new one
 */
public record SymptomChanged(String code, int version, boolean active, List<FieldChange> changes, String reason, OrgPath orgPath,
        Instant occurredAt) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("symptom", code);
    }
}
