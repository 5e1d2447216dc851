package org.firstfix.worktime;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Turns the wall-clock hours of dates into stretches of real time: the only place that knows about time zones. */
final class OpenPieces {

    /** Hours reach 48 hours past the midnight of their date, offsets 18 hours, and a zone may skip a whole day. */
    private static final int MARGIN_DAYS = 4;

    private OpenPieces() {}

    /** One interval of one date as real time, in nanoseconds since 1970; several may overlap or touch. */
    record Piece(long start, long end, DayPlan plan, WorkCalendar calendar) {}

    /** Everything open between two instants, by beginning; pieces may reach beyond them. */
    static List<Piece> between(CalendarHistory history, long start, long end) {
        List<Piece> pieces = new ArrayList<>();
        LocalDate last = utcDate(end).plusDays(MARGIN_DAYS);
        for (LocalDate date = utcDate(start).minusDays(MARGIN_DAYS); !date.isAfter(last); date = date.plusDays(1)) {
            WorkCalendar calendar = history.on(date);
            DayPlan plan = calendar.planOf(date);
            for (DayInterval interval : plan.hours().intervals()) {
                long opens = boundary(date, interval.startSecond(), calendar.zone());
                long closes = boundary(date, interval.endSecond(), calendar.zone());
                // An interval that lies within a gap of the zone has no length.
                if (opens < closes && opens < end && closes > start) {
                    pieces.add(new Piece(opens, closes, plan, calendar));
                }
            }
        }
        // Only versions in different zones can be out of order.
        pieces.sort(Comparator.comparingLong(Piece::start));
        return pieces;
    }

    /** The first instant at which the wall clock shows a time, or has jumped over it. */
    static long boundary(LocalDate date, int secondOfDate, ZoneId zone) {
        LocalDateTime wallTime = date.plusDays(secondOfDate / DayInterval.SECONDS_PER_DAY)
                .atStartOfDay().plusSeconds(secondOfDate % DayInterval.SECONDS_PER_DAY);
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(wallTime);
        long seconds = offsets.isEmpty()
                ? zone.getRules().getTransition(wallTime).toEpochSecond()
                : wallTime.toEpochSecond(offsets.getFirst());
        return seconds * EpochNanos.PER_SECOND;
    }

    private static LocalDate utcDate(long nanos) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(Math.floorDiv(nanos, EpochNanos.PER_SECOND)), ZoneOffset.UTC);
    }
}
