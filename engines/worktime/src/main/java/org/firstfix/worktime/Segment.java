package org.firstfix.worktime;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * A stretch of an explanation: one kind, one rule, one calendar version.
 *
 * @param start first instant
 * @param end first instant after it
 * @param kind whether time ran
 * @param rule the calendar rule that opened or closed it; for a pause the rule that would have opened it
 * @param reason the words given with the pause, or with the rule (the holiday's name); empty for the weekly pattern
 * @param calendar name of the calendar that applied
 * @param calendarVersion version of the calendar that applied
 */
public record Segment(Instant start, Instant end, Kind kind, DayRule rule, String reason, String calendar, String calendarVersion) {

    /** Whether time ran in a segment. */
    public enum Kind {
        /** Time ran. */
        OPEN,
        /** Within opening hours, but paused. */
        PAUSED,
        /** Outside opening hours; a pause makes no difference there. */
        CLOSED
    }

    /** Length in real time. */
    public Duration duration() {
        return Duration.between(start, end);
    }

    /** Key of the sentence shown to people: {@code worktime.paused} or, for example, {@code worktime.closed.official-holiday}. */
    public String textKey() {
        String key = "worktime." + kind.name().toLowerCase(Locale.ROOT);
        return kind == Kind.PAUSED ? key : key + "." + rule.textKey();
    }

    boolean continues(Segment other) {
        return start.equals(other.end) && kind == other.kind && rule == other.rule && reason.equals(other.reason)
                && calendar.equals(other.calendar) && calendarVersion.equals(other.calendarVersion);
    }

    Segment until(Instant later) {
        return new Segment(start, later, kind, rule, reason, calendar, calendarVersion);
    }
}
