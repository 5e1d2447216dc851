package org.firstfix.sla;

import java.time.Instant;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** The official days off and make-up days of a year became known, or were corrected; open clocks follow within seconds. */
public record OfficialNoticeImported(int year, int revision, String source, OrgPath orgPath, Instant occurredAt) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("official-notice", String.valueOf(year));
    }
}
