package org.firstfix.dispatch.domain;

import java.util.Optional;

/** Why a leg says nothing about the roads. */
public enum LegExclusion {
    /** The site or the home has no position on the map. */
    PLACE_UNKNOWN,
    /** Next door: the way is shorter than the doubt of its ends. */
    NO_WAY,
    /** Faster than any road: both were told on arrival. */
    TOLD_AT_ONCE,
    /** Slower than on foot through town after a generous allowance: a pause, an errand, or an arrival told late. */
    PAUSED_OR_FORGOTTEN;

    private static final double SHORTEST_KILOMETRES = 0.3;
    private static final double FASTEST_KILOMETRES_PER_HOUR = 110;
    private static final double SLOWEST_KILOMETRES_PER_HOUR = 10;
    private static final double ALLOWANCE_MINUTES = 20;

    /** @param kilometres great circle */
    public static Optional<LegExclusion> of(double kilometres, int seconds) {
        if (kilometres < SHORTEST_KILOMETRES) {
            return Optional.of(NO_WAY);
        }
        if (isToldAtOnce(kilometres, seconds)) {
            return Optional.of(TOLD_AT_ONCE);
        }
        return isPausedOrForgotten(kilometres, seconds) ? Optional.of(PAUSED_OR_FORGOTTEN) : Optional.empty();
    }

    static boolean isToldAtOnce(double kilometres, int seconds) {
        return seconds < kilometres / FASTEST_KILOMETRES_PER_HOUR * 3600;
    }

    static boolean isPausedOrForgotten(double kilometres, int seconds) {
        return seconds > (ALLOWANCE_MINUTES + kilometres / SLOWEST_KILOMETRES_PER_HOUR * 60) * 60;
    }
}
