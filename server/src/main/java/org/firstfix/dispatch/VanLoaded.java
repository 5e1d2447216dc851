package org.firstfix.dispatch;

import java.time.Instant;
import java.util.Map;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** Somebody has said what is in an engineer's van. @param parts pieces by part number */
public record VanLoaded(PersonId engineerId, String code, Map<String, Integer> parts, OrgPath orgPath, Instant occurredAt) implements DomainEvent {
    public VanLoaded {
        parts = Map.copyOf(parts);
    }

    @Override
    public Subject subject() {
        return new Subject("engineer", engineerId.value().toString());
    }
}
