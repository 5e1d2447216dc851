package org.firstfix.worktime;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells a stretch of time as segments, each with the rule behind it. */
final class Explanation {

    private final CalendarHistory history;
    private final List<OpenPieces.Piece> pieces;
    private final Pauses pauses;
    private final List<Segment> segments = new ArrayList<>();
    private int nextPiece;

    private Explanation(CalendarHistory history, long start, long end, Pauses pauses) {
        this.history = history;
        this.pauses = pauses;
        pieces = OpenPieces.between(history, start, end);
    }

    static List<Segment> of(CalendarHistory history, long start, long end, Pauses pauses) {
        Explanation explanation = new Explanation(history, start, end, pauses);
        long position = start;
        while (position < end) {
            position = explanation.tellFrom(position, end);
        }
        return List.copyOf(explanation.segments);
    }

    private long tellFrom(long position, long end) {
        while (nextPiece < pieces.size() && pieces.get(nextPiece).end() <= position) {
            nextPiece++;
        }
        long opens = nextPiece < pieces.size() ? pieces.get(nextPiece).start() : end;
        return opens <= position
                ? tellOpen(pieces.get(nextPiece), position, end)
                : tellClosed(position, Math.min(opens, end));
    }

    private long tellOpen(OpenPieces.Piece piece, long position, long end) {
        long stop = Math.min(piece.end(), end);
        while (position < stop) {
            Instant start = EpochNanos.toInstant(position);
            Optional<Pause> pause = pauses.at(start);
            long until = pause.map(found -> endOf(found, stop)).orElse(Math.min(stop, nextPauseAfter(position)));
            add(pause.isPresent() ? Segment.Kind.PAUSED : Segment.Kind.OPEN, position, until,
                    pause.map(found -> new DayPlan(piece.plan().hours(), piece.plan().rule(), found.reason())).orElse(piece.plan()), piece.calendar());
            position = until;
        }
        return position;
    }

    private static long endOf(Pause pause, long stop) {
        return pause.isOpenEnded() ? stop : Math.min(stop, EpochNanos.of(pause.until()));
    }

    private long nextPauseAfter(long position) {
        for (int i = 0; i < pauses.count(); i++) {
            if (pauses.from(i) > position) {
                return pauses.from(i);
            }
        }
        return Long.MAX_VALUE;
    }

    /** Closed time is told date by date, because each date may be closed by another rule. */
    private long tellClosed(long position, long end) {
        LocalDate date = LocalDate.ofInstant(EpochNanos.toInstant(position), calendarAt(position).zone());
        // Where clocks go back over midnight, a date comes twice; its second part counts to the next date, as for opening hours.
        while (midnightAfter(date) <= position) {
            date = date.plusDays(1);
        }
        long until = Math.min(end, midnightAfter(date));
        add(Segment.Kind.CLOSED, position, until, history.on(date).planOf(date), history.on(date));
        return until;
    }

    private long midnightAfter(LocalDate date) {
        LocalDate next = date.plusDays(1);
        return OpenPieces.boundary(next, 0, history.on(next).zone());
    }

    private WorkCalendar calendarAt(long position) {
        WorkCalendar calendar = history.versions().getFirst().calendar();
        for (CalendarHistory.Version version : history.versions().subList(1, history.versions().size())) {
            LocalDate date = LocalDate.ofInstant(EpochNanos.toInstant(position), version.calendar().zone());
            if (!date.isBefore(version.from())) {
                calendar = version.calendar();
            }
        }
        return calendar;
    }

    private void add(Segment.Kind kind, long start, long end, DayPlan plan, WorkCalendar calendar) {
        Segment segment = new Segment(EpochNanos.toInstant(start), EpochNanos.toInstant(end), kind, plan.rule(), plan.reason(),
                calendar.name(), calendar.version());
        if (!segments.isEmpty() && segment.continues(segments.getLast())) {
            segments.set(segments.size() - 1, segments.getLast().until(segment.end()));
        } else {
            segments.add(segment);
        }
    }
}
