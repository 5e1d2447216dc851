package org.firstfix.worktime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The opening hours of one date: any number of intervals, none for a closed date.
 *
 * @param intervals sorted by start; they may touch but not overlap
 */
public record DayHours(List<DayInterval> intervals) {

    /** Not open at all. */
    public static final DayHours CLOSED = new DayHours(List.of());

    /** Open from 00:00 to 24:00. */
    public static final DayHours ALL_DAY = of("00:00-24:00");

    /** @throws IllegalArgumentException if two intervals overlap, for they would be counted twice */
    public DayHours {
        List<DayInterval> sorted = new ArrayList<>(intervals);
        Collections.sort(sorted);
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).startSecond() < sorted.get(i - 1).endSecond()) {
                throw new IllegalArgumentException("Opening hours " + sorted.get(i - 1) + " and " + sorted.get(i)
                        + " of the same day overlap. Maybe join them into one interval.");
            }
        }
        intervals = List.copyOf(sorted);
    }

    /**
     * Hours in the notation of {@link DayInterval#parse}, for example {@code DayHours.of("09:00-12:00", "13:00-18:00")}.
     *
     * @throws IllegalArgumentException if one of them cannot be read or two overlap
     */
    public static DayHours of(String... intervals) {
        return new DayHours(Stream.of(intervals).map(DayInterval::parse).toList());
    }

    /** Whether the date has no opening hours. */
    public boolean isClosed() {
        return intervals.isEmpty();
    }

    @Override
    public String toString() {
        return isClosed() ? "closed" : intervals.stream().map(DayInterval::toString).collect(Collectors.joining(" "));
    }
}
