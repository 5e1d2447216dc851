package org.firstfix.platform.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.firstfix.platform.problem.Problem;

/**
 * When something happened, as the device of somebody in the field says it: recorded later than it happened, since there
 * is no network in a machine room, but not by any amount.
 */
public final class EventTime {
    public static final Duration LONGEST_DELAY = Duration.ofHours(72);
    /** Clocks of devices differ a little; what is that far ahead is taken as now. */
    private static final Duration FAST_CLOCK = Duration.ofMinutes(2);

    private EventTime() {}

    /** @throws Problem 400 if it lies in the future or more than 72 hours back */
    public static Instant accepted(Instant claimed, Instant now) {
        if (claimed.isAfter(now.plus(FAST_CLOCK)) || claimed.isBefore(now.minus(LONGEST_DELAY))) {
            throw Problem.invalid("platform.event-time-refused",
                    Map.of("at", claimed.toString(), "now", now.toString(), "hours", LONGEST_DELAY.toHours()));
        }
        return claimed.isAfter(now) ? now : claimed;
    }
}
