package org.firstfix.worktime;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Collects a {@link WorkCalendar}. Start with {@link WorkCalendar#named}; only the zone and some opening hours are required. */
public final class WorkCalendarBuilder {

    final String name;
    String version = "1";
    ZoneId zone;
    final Map<DayOfWeek, DayHours> week = new EnumMap<>(DayOfWeek.class);
    Optional<OfficialDays> officialDays = Optional.empty();
    final Map<LocalDate, DayPlan> specialDates = new HashMap<>();
    final Map<LocalDate, DayPlan> contractExceptions = new HashMap<>();

    WorkCalendarBuilder(String name) {
        this.name = requireNonNull(name, "name");
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, DayHours.CLOSED);
        }
    }

    /** A label that explanations and audit lines carry, for example {@code 2026-1}; {@code 1} if not given. */
    public WorkCalendarBuilder version(String label) {
        version = requireNonNull(label, "version");
        return this;
    }

    /** The zone whose wall clock the hours are read on. Required. */
    public WorkCalendarBuilder zone(ZoneId zoneId) {
        zone = requireNonNull(zoneId, "zone");
        return this;
    }

    /** The hours of one day of the week; replaces earlier ones. */
    public WorkCalendarBuilder hours(DayOfWeek day, DayHours hours) {
        week.put(requireNonNull(day, "day"), requireNonNull(hours, "hours"));
        return this;
    }

    /** The same hours from one day of the week to another, both included; {@code FRIDAY, MONDAY} is a long weekend. */
    public WorkCalendarBuilder hours(DayOfWeek first, DayOfWeek last, DayHours hours) {
        for (DayOfWeek day = first; ; day = day.plus(1)) {
            hours(day, hours);
            if (day == last) {
                return this;
            }
        }
    }

    /** Follows these holidays and make-up days. Without it every year is an ordinary year, and no warning is given. */
    public WorkCalendarBuilder officialDays(OfficialDays days) {
        officialDays = Optional.of(days);
        return this;
    }

    /**
     * A date the operator treats differently; stronger than official days.
     *
     * @throws IllegalArgumentException if the date was given before
     */
    public WorkCalendarBuilder specialDate(LocalDate date, DayHours hours, String reason) {
        put(specialDates, date, new DayPlan(hours, DayRule.SPECIAL_DATE, reason));
        return this;
    }

    /**
     * A date one contract treats differently; stronger than everything else.
     *
     * @throws IllegalArgumentException if the date was given before
     */
    public WorkCalendarBuilder contractException(LocalDate date, DayHours hours, String reason) {
        put(contractExceptions, date, new DayPlan(hours, DayRule.CONTRACT_EXCEPTION, reason));
        return this;
    }

    private void put(Map<LocalDate, DayPlan> dates, LocalDate date, DayPlan plan) {
        DayPlan before = dates.put(requireNonNull(date, "date"), plan);
        if (before != null) {
            throw new IllegalArgumentException("Calendar \"" + name + "\" has two entries of kind " + plan.rule().textKey() + " for " + date
                    + ": " + before.hours() + " (" + before.reason() + ") and " + plan.hours() + " (" + plan.reason()
                    + "). Maybe put both intervals into one entry.");
        }
    }

    /**
     * The finished calendar.
     *
     * @throws IllegalArgumentException if there is no zone, or no date on which it opens
     */
    public WorkCalendar build() {
        if (zone == null) {
            throw new IllegalArgumentException("Calendar \"" + name + "\" has no time zone. Maybe use the zone of the site, for example Asia/Shanghai.");
        }
        WorkCalendar calendar = new WorkCalendar(this);
        if (!calendar.everOpens()) {
            throw new IllegalArgumentException("Calendar \"" + name + "\" never opens, so no deadline could be reached. "
                    + "Maybe the weekly hours were left out.");
        }
        return calendar;
    }
}
