package org.firstfix.diagnosis;

import java.time.Instant;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** The night's learning is done; {@code decision} is FIRST, SHADOW_BEGINS, SHADOW_WAITS, SHADOW_WINS, SHADOW_LOSES or NOTHING_NEW. */
public record ModelLearnt(int model, String decision, int newFindings, OrgPath orgPath, Instant occurredAt) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("diagnosis-model", Integer.toString(model));
    }
}
