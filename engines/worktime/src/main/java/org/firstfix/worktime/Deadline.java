package org.firstfix.worktime;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** When a target is reached: at an instant, or not to be said because time is paused with no end known. */
public sealed interface Deadline {

    /**
     * The target is reached.
     *
     * @param at the earliest instant at which the target has passed
     * @param unconfirmedYears local years between start and deadline whose official days the calendar does not know;
     *     not empty means: the deadline may move once they are announced
     */
    record At(Instant at, Set<Integer> unconfirmedYears) implements Deadline {}

    /**
     * Paused before the target was reached, with no end of the pause known.
     *
     * @param remaining open time still to run once the pause ends, more than zero
     * @param since beginning of the pause
     */
    record Suspended(Duration remaining, Instant since) implements Deadline {}

    /** The instant, or empty while suspended. */
    default Optional<Instant> instant() {
        return switch (this) {
            case At reached -> Optional.of(reached.at());
            case Suspended suspended -> Optional.empty();
        };
    }
}
