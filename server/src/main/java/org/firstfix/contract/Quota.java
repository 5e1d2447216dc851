package org.firstfix.contract;

import java.util.Optional;

/**
 * What a contract line includes in each contract year. When either is used up, a quote comes first.
 *
 * @param visits to the customer, 1 and up; none if their number does not matter
 * @param hours on site, 1 and up; none if they do not matter
 */
public record Quota(Optional<Integer> visits, Optional<Integer> hours) {
    public static final Quota UNLIMITED = new Quota(Optional.empty(), Optional.empty());

    public boolean isUnlimited() {
        return visits.isEmpty() && hours.isEmpty();
    }
}
