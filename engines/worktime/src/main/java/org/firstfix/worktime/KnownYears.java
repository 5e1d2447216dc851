package org.firstfix.worktime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;

/** Knows for which stretches of time the official days a calendar follows have been announced. */
final class KnownYears {

    private static final int FIRST_YEAR = 1920;
    private static final int LAST_YEAR = 2199;

    private record Unknown(int year, long start, long end) {}

    private final List<Unknown> unknown = new ArrayList<>();
    /** Stretches without an unknown year, as pairs of begin and end: the quick answer for almost every question. */
    private final long[] known;

    KnownYears(CalendarHistory history) {
        List<CalendarHistory.Version> versions = history.versions();
        for (int i = 0; i < versions.size(); i++) {
            WorkCalendar calendar = versions.get(i).calendar();
            if (calendar.officialDays().isEmpty()) {
                continue;
            }
            LocalDate from = versions.get(i).from();
            LocalDate until = i + 1 < versions.size() ? versions.get(i + 1).from() : LocalDate.MAX;
            for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
                LocalDate first = later(LocalDate.of(year, 1, 1), from);
                LocalDate end = earlier(LocalDate.of(year + 1, 1, 1), until);
                if (!calendar.knowsOfficialDaysOf(year) && first.isBefore(end)) {
                    unknown.add(new Unknown(year, OpenPieces.boundary(first, 0, calendar.zone()), OpenPieces.boundary(end, 0, calendar.zone())));
                }
            }
        }
        known = stretchesBetweenUnknown();
    }

    private long[] stretchesBetweenUnknown() {
        LongStream.Builder stretches = LongStream.builder();
        long start = Long.MIN_VALUE;
        for (Unknown stretch : unknown) {
            if (start < stretch.start()) {
                stretches.add(start).add(stretch.start());
            }
            start = stretch.end();
        }
        return stretches.add(start).add(Long.MAX_VALUE).build().toArray();
    }

    /** Years touched between two instants whose official days are not known. */
    Set<Integer> unknownBetween(long start, long end) {
        for (int i = 0; i < known.length; i += 2) {
            if (known[i] <= start && end <= known[i + 1]) {
                return Set.of();
            }
        }
        Set<Integer> years = new TreeSet<>();
        for (Unknown stretch : unknown) {
            if (stretch.start() < end && stretch.end() > start) {
                years.add(stretch.year());
            }
        }
        return years;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
