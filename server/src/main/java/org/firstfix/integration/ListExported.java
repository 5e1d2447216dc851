package org.firstfix.integration;

import java.time.Instant;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** Somebody took a list out of the house: which one, as what, and with which filter. */
public record ListExported(String list, String format, String filter, OrgPath orgPath, Instant occurredAt)
        implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("export", list);
    }
}
