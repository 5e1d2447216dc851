package org.firstfix.worktime;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All pauses of one promise, as a set of instants: order, overlaps and splits make no difference to any time counted. Immutable.
 */
public final class Pauses {

    /** End of a merged pause that is still going on. */
    static final long NEVER = Long.MAX_VALUE;

    /** Where two pauses overlap, the one begun first is named; the rest of the order only makes explanations repeatable. */
    private static final Comparator<Pause> BEGUN_FIRST =
            Comparator.comparing(Pause::from).thenComparing(Pause::until).thenComparing(Pause::reason);

    private static final Pauses NONE = new Pauses(List.of());

    private final List<Pause> sorted;
    private final long[] from;
    private final long[] until;
    private final int count;

    private Pauses(Collection<Pause> pauses) {
        sorted = pauses.stream().filter(pause -> pause.from().isBefore(pause.until())).sorted(BEGUN_FIRST).toList();
        from = new long[sorted.size()];
        until = new long[sorted.size()];
        int merged = 0;
        for (Pause pause : sorted) {
            long begin = EpochNanos.of(pause.from());
            long end = pause.isOpenEnded() ? NEVER : EpochNanos.of(pause.until());
            if (merged > 0 && begin <= until[merged - 1]) {
                until[merged - 1] = Math.max(until[merged - 1], end);
            } else {
                from[merged] = begin;
                until[merged++] = end;
            }
        }
        count = merged;
    }

    /** Never paused. */
    public static Pauses none() {
        return NONE;
    }

    /** @throws IllegalArgumentException if an instant lies outside the years 1920 to 2199 */
    public static Pauses of(Pause... pauses) {
        return of(List.of(pauses));
    }

    /** @throws IllegalArgumentException if an instant lies outside the years 1920 to 2199 */
    public static Pauses of(Collection<Pause> pauses) {
        return pauses.isEmpty() ? NONE : new Pauses(pauses);
    }

    /** The pauses as given, sorted by their beginning; those of no length are left out. */
    public List<Pause> asList() {
        return sorted;
    }

    /** The pause that covers an instant; of several the one begun first. */
    public Optional<Pause> at(Instant instant) {
        return sorted.stream().filter(pause -> !pause.from().isAfter(instant) && instant.isBefore(pause.until())).findFirst();
    }

    /** Number of merged pauses: sorted, with running time between any two. */
    int count() {
        return count;
    }

    long from(int index) {
        return from[index];
    }

    long until(int index) {
        return until[index];
    }

    @Override
    public String toString() {
        return sorted.toString();
    }
}
