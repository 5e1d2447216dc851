package org.firstfix.exam;

import java.time.Instant;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** An exam was added or changed; papers that were drawn stay. {@code version} 0 is a new one. */
public record ExamDefined(String code, int version, String skill, int level, String reason, OrgPath orgPath, Instant occurredAt) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("exam", code);
    }
}
