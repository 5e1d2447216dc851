package org.firstfix.worktime;

import java.time.Duration;
import java.time.Instant;

/** Instants and durations as one long each, so that the hot path neither allocates nor loses a fraction of a second. */
final class EpochNanos {

    static final long PER_SECOND = 1_000_000_000L;

    /** A long holds 292 years of nanoseconds, so that the time between any two of these instants fits too. */
    static final Instant EARLIEST = Instant.parse("1920-01-01T00:00:00Z");

    static final Instant END = Instant.parse("2200-01-01T00:00:00Z");

    static final long MINIMUM = EARLIEST.getEpochSecond() * PER_SECOND;
    static final long LIMIT = END.getEpochSecond() * PER_SECOND;

    private EpochNanos() {}

    static long of(Instant instant) {
        long seconds = instant.getEpochSecond();
        if (seconds < EARLIEST.getEpochSecond() || seconds >= END.getEpochSecond()) {
            throw new IllegalArgumentException("Instant " + instant + " is outside the years 1920 to 2199. "
                    + "Maybe a placeholder for \"unknown\" was passed as a time.");
        }
        return seconds * PER_SECOND + instant.getNano();
    }

    static Instant toInstant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, PER_SECOND), Math.floorMod(nanos, PER_SECOND));
    }

    static long ofTarget(Duration target) {
        if (target.isNegative()) {
            throw new IllegalArgumentException("Target " + target + " is negative. Maybe the elapsed time was subtracted twice.");
        }
        if (target.getSeconds() >= END.getEpochSecond() - EARLIEST.getEpochSecond()) {
            throw new IllegalArgumentException("Target " + target + " is longer than 280 years. Maybe its unit is wrong.");
        }
        return target.toNanos();
    }
}
