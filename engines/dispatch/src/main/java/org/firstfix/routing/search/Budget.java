package org.firstfix.routing.search;

import java.util.function.LongSupplier;

/**
 * How long to search: a number of iterations, which makes the result repeatable, or a span of a clock that the caller brings along.
 *
 * @param iterations most iterations, {@link Long#MAX_VALUE} for no limit
 * @param nanos most nanoseconds of the clock, {@link Long#MAX_VALUE} for no limit
 * @param clock such as {@code System::nanoTime}
 */
public record Budget(long iterations, long nanos, LongSupplier clock) {

    public Budget {
        if (iterations < 0 || nanos < 0) {
            throw new IllegalArgumentException("a budget of " + iterations + " iterations and " + nanos + " ns: neither may be negative.");
        }
    }

    public static Budget iterations(long iterations) {
        return new Budget(iterations, Long.MAX_VALUE, () -> 0);
    }

    public static Budget nanos(long nanos, LongSupplier clock) {
        return new Budget(Long.MAX_VALUE, nanos, clock);
    }

    /** What is left of it when the clock has gone on from this reading. */
    public Budget since(long reading) {
        return nanos == Long.MAX_VALUE ? this : new Budget(iterations, Math.max(0, nanos - (clock.getAsLong() - reading)), clock);
    }

    /** The given share of it, at least one iteration. */
    public Budget share(double part) {
        return new Budget(iterations == Long.MAX_VALUE ? iterations : Math.max(1, Math.round(iterations * part)),
                nanos == Long.MAX_VALUE ? nanos : Math.round(nanos * part), clock);
    }
}
