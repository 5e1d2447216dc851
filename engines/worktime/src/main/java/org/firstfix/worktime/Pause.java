package org.firstfix.worktime;

import java.time.Instant;

/**
 * A stretch in which the time of a promise does not run, half-open: it runs again at {@code until}.
 *
 * @param from first instant of the pause
 * @param until first instant after it, or {@link Instant#MAX} while nobody knows
 * @param reason why, in the words explanations show
 */
public record Pause(Instant from, Instant until, String reason) {

    /** @throws IllegalArgumentException if it ends before it begins */
    public Pause {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("Pause \"" + reason + "\" ends at " + until + ", before it begins at " + from
                    + ". Maybe the two were swapped, or a device clock was wrong.");
        }
    }

    /** A pause that is over, or whose end is known. */
    public static Pause between(Instant from, Instant until, String reason) {
        return new Pause(from, until, reason);
    }

    /** A pause whose end is not known: while it lasts there is no deadline. */
    public static Pause since(Instant from, String reason) {
        return new Pause(from, Instant.MAX, reason);
    }

    /** Whether its end is not known. */
    public boolean isOpenEnded() {
        return until.equals(Instant.MAX);
    }
}
