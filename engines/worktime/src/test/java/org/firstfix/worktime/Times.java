package org.firstfix.worktime;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Short words for the tests: wall times of one zone, and the calendars most tests use. */
record Times(ZoneId zone) {

    static final Times SHANGHAI = in("Asia/Shanghai");
    static final Times BERLIN = in("Europe/Berlin");

    static Times in(String zone) {
        return new Times(ZoneId.of(zone));
    }

    /** The first instant of a wall time such as {@code 2026-03-02T09:00}. */
    Instant at(String wallTime) {
        return LocalDateTime.parse(wallTime).atZone(zone).toInstant();
    }

    WorkCalendarBuilder calendar(String name) {
        return WorkCalendar.named(name).zone(zone);
    }

    WorkTime weekdays(String... hours) {
        return WorkTime.on(calendar("weekdays").hours(MONDAY, FRIDAY, DayHours.of(hours)).build());
    }

    WorkTime daily(String... hours) {
        return WorkTime.on(calendar("daily").hours(MONDAY, SUNDAY, DayHours.of(hours)).build());
    }

    WorkTime alwaysOpen() {
        return WorkTime.on(WorkCalendar.alwaysOpen(zone));
    }

    static Duration hours(long hours) {
        return Duration.ofHours(hours);
    }

    static Duration minutes(long minutes) {
        return Duration.ofMinutes(minutes);
    }

    static Instant deadline(WorkTime time, Instant start, Duration target, Pause... pauses) {
        return time.deadline(start, target, Pauses.of(pauses)).instant().orElseThrow();
    }
}
