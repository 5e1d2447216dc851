package org.firstfix.knowledge.domain;

import java.util.Optional;
import org.firstfix.platform.statistics.WilsonInterval;

/**
 * A share that was counted, with what the count is worth: its 95 % interval.
 *
 * @param of cases; may be an equivalent number for a mixture of groups
 * @param value 0 to 1
 */
public record Share(double of, double value) {
    public record Interval(double low, double high) {}

    public static Optional<Share> counted(long good, long of) {
        return of == 0 ? Optional.empty() : Optional.of(new Share(of, (double) good / of));
    }

    public Interval interval() {
        WilsonInterval interval = WilsonInterval.of(value, of);
        return new Interval(interval.low(), interval.high());
    }

    /** The difference to another share, by Newcombe's method (1998): both counts are uncertain. */
    public Interval minus(Share other) {
        Interval mine = interval();
        Interval theirs = other.interval();
        double difference = value - other.value;
        return new Interval(difference - Math.hypot(value - mine.low(), theirs.high() - other.value),
                difference + Math.hypot(mine.high() - value, other.value - theirs.low()));
    }
}
