package org.firstfix.platform.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * The one clock of the house, in microseconds as the database keeps them. The demo organisation lives its history
 * through the product's own use cases with the clock moved for its own thread only.
 */
@Component
public final class HouseClock extends Clock {
    private static final ScopedValue<Instant> MOVED = ScopedValue.newInstance();
    /** How long something stays news. */
    private static final Duration NEWS = Duration.ofHours(24);

    @Override
    public Instant instant() {
        Instant now = MOVED.isBound() ? MOVED.get() : Instant.now();
        return now.truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("The house clock shows UTC. Maybe the site's zone is wanted: instant().atZone(zone).");
    }

    /** Whether this thread lives at another moment: a history is being told. */
    public static boolean isMoved() {
        return MOVED.isBound();
    }

    /**
     * Whether this thread relives a moment of more than a day ago. What happened then is recorded like anything else, but
     * nobody is waiting for its news any more: nothing is sent, printed ahead or put into an inbox.
     */
    public static boolean relivesThePast() {
        return MOVED.isBound() && MOVED.get().isBefore(Instant.now().minus(NEWS));
    }

    /** Runs the body as if it were the given moment, on this thread alone. */
    public static <T> T at(Instant moment, Supplier<T> body) {
        return ScopedValue.where(MOVED, moment).call(body::get);
    }

    public static void at(Instant moment, Runnable body) {
        ScopedValue.where(MOVED, moment).run(body);
    }
}
