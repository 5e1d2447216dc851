package org.firstfix.worktime;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts time as a patient person would: looks at the wall clock at every step (a second or a minute) and asks whether the calendar is open.
 * Shares nothing with the engine, which goes the other way and turns hours into instants.
 *
 * <p>When clocks go back, the person keeps the latest wall time seen in mind, because hours that were over do not open or close again.
 */
final class NaiveClock {

    private static final int DAYS_BEFORE = 3;

    private final Instant start;
    private final int stepSeconds;
    private final boolean[] open;
    private final Map<LocalDate, List<SpokenCalendar.Opening>> hours = new HashMap<>();
    private final SpokenCalendar calendar;
    private final LocalDate replacedFrom;
    private final SpokenCalendar replacement;

    NaiveClock(SpokenCalendar calendar, LocalDate replacedFrom, SpokenCalendar replacement, Instant start, int days, int stepSeconds) {
        this.calendar = calendar;
        this.replacedFrom = replacedFrom;
        this.replacement = replacement;
        this.start = start;
        this.stepSeconds = stepSeconds;
        open = new boolean[days * 86_400 / stepSeconds];
        LocalDateTime latest = LocalDateTime.MIN;
        for (int step = -DAYS_BEFORE * 86_400 / stepSeconds; step < open.length; step++) {
            LocalDateTime wall = LocalDateTime.ofInstant(instant(step), calendar.zone);
            latest = wall.isAfter(latest) ? wall : latest;
            if (step >= 0) {
                open[step] = isOpen(latest);
            }
        }
    }

    private boolean isOpen(LocalDateTime wall) {
        LocalDate date = wall.toLocalDate();
        int minute = wall.getHour() * 60 + wall.getMinute();
        return contains(date, minute) || contains(date.minusDays(1), minute + 1440);
    }

    private boolean contains(LocalDate date, int minute) {
        for (SpokenCalendar.Opening opening : hours.computeIfAbsent(date, this::hoursOf)) {
            if (opening.start() <= minute && minute < opening.end()) {
                return true;
            }
        }
        return false;
    }

    private List<SpokenCalendar.Opening> hoursOf(LocalDate date) {
        SpokenCalendar valid = date.isBefore(replacedFrom) ? calendar : replacement;
        if (valid.contractExceptions.containsKey(date)) {
            return valid.contractExceptions.get(date);
        }
        if (valid.specialDates.containsKey(date)) {
            return valid.specialDates.get(date);
        }
        if (valid.holidays.contains(date)) {
            return List.of();
        }
        return valid.week.get(valid.makeUpDays.contains(date) ? DayOfWeek.MONDAY : date.getDayOfWeek());
    }

    Instant instant(int step) {
        return start.plusSeconds((long) step * stepSeconds);
    }

    int steps() {
        return open.length;
    }

    boolean isOpen(int step) {
        return open[step];
    }

    /** Open, unpaused steps between two steps. */
    int elapsed(int from, int until, boolean[] paused) {
        int count = 0;
        for (int step = from; step < until; step++) {
            if (open[step] && !paused[step]) {
                count++;
            }
        }
        return count;
    }

    /** How many open, unpaused steps lie before each step, for many questions with the same pauses: still counted one by one. */
    int[] tally(boolean[] paused) {
        int[] before = new int[open.length + 1];
        for (int step = 0; step < open.length; step++) {
            before[step + 1] = before[step] + (open[step] && !paused[step] ? 1 : 0);
        }
        return before;
    }

    /** The step at which the target has passed, or -1 if that is not in sight. */
    int deadline(int from, int target, boolean[] paused) {
        int missing = target;
        for (int step = from; step < open.length; step++) {
            if (missing == 0) {
                return step;
            }
            if (open[step] && !paused[step]) {
                missing--;
            }
        }
        return -1;
    }
}
