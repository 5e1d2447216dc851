package org.firstfix.diagnosis;

import java.time.Instant;
import java.util.List;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.journal.FieldChange;
import org.firstfix.platform.scope.OrgPath;

/**
 * A cause, a remedy, a line of the maker's table or a guided check was added, changed, retired or brought back.
 *
 * @param version 0 is a new one
 */
public record TreeEntryChanged(TreeKind kind, String code, int version, boolean active, List<FieldChange> changes, String reason,
        OrgPath orgPath, Instant occurredAt) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject(kind.word(), code);
    }
}
