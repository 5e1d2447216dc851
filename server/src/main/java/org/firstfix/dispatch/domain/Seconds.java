package org.firstfix.dispatch.domain;

import java.time.Duration;
import java.time.Instant;

/** Moments as seconds since a day began. */
final class Seconds {
    private Seconds() {}

    static int of(Instant at, Period day) {
        return (int) Duration.between(day.startsAt(), at).toSeconds();
    }

    /** The same or a little later, on the grid that travel times have as well: so all times of a plan come out round. */
    static int onGrid(Instant at, Period day) {
        return onGrid(of(at, day));
    }

    static int onGrid(int seconds) {
        return TravelTimes.rounded(seconds);
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
