package org.firstfix.dispatch;

import java.time.Instant;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/**
 * Another travel profile is in force in a branch, by a person or because it won by night.
 *
 * @param number 0 is the house's own profile, as of {@code former}
 * @param held a person has chosen it: no night changes it
 */
public record TravelProfileChosen(int number, int former, boolean held, String reason, OrgPath orgPath, Instant occurredAt) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("travel-profile", orgPath.value());
    }
}
