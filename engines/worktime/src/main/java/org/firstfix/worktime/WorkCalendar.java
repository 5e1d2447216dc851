package org.firstfix.worktime;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One version of the hours in which time counts: a weekly pattern in a time zone, and the dates that differ from it.
 * Immutable. What applies to a date is decided in this order: contract exception, special date, official make-up day or holiday, weekly pattern.
 * An interval that runs past midnight belongs to the date it starts on: a holiday does not cut off the night before.
 */
public final class WorkCalendar {

    private final String name;
    private final String version;
    private final ZoneId zone;
    private final Map<DayOfWeek, DayHours> week;
    private final Optional<OfficialDays> officialDays;
    private final Map<LocalDate, DayPlan> differentDates;

    WorkCalendar(WorkCalendarBuilder builder) {
        name = builder.name;
        version = builder.version;
        zone = builder.zone;
        week = new EnumMap<>(builder.week);
        officialDays = builder.officialDays;
        // Weakest first, so that the stronger rule overwrites.
        Map<LocalDate, DayPlan> dates = new TreeMap<>();
        officialDays.ifPresent(official -> {
            official.holidays().forEach((date, reason) -> dates.put(date, new DayPlan(DayHours.CLOSED, DayRule.OFFICIAL_HOLIDAY, reason)));
            DayHours monday = week.get(DayOfWeek.MONDAY);
            official.makeUpDays().forEach((date, reason) -> dates.put(date, new DayPlan(monday, DayRule.MAKE_UP_DAY, reason)));
        });
        dates.putAll(builder.specialDates);
        dates.putAll(builder.contractExceptions);
        differentDates = Collections.unmodifiableMap(dates);
    }

    /**
     * Starts a calendar that is closed all week.
     *
     * @param name what people call it, for example {@code Office hours Shanghai}
     */
    public static WorkCalendarBuilder named(String name) {
        return new WorkCalendarBuilder(name);
    }

    /** The calendar {@code 7x24}, version {@code 1}: never closed, no holidays. The zone only serves to name dates. */
    public static WorkCalendar alwaysOpen(ZoneId zone) {
        return named("7x24").zone(zone).hours(DayOfWeek.MONDAY, DayOfWeek.SUNDAY, DayHours.ALL_DAY).build();
    }

    public String name() {
        return name;
    }

    public String version() {
        return version;
    }

    public ZoneId zone() {
        return zone;
    }

    /** The official days it follows, if any. */
    public Optional<OfficialDays> officialDays() {
        return officialDays;
    }

    /** What applies to a date, and by which rule. */
    public DayPlan planOf(LocalDate date) {
        DayPlan different = differentDates.get(date);
        if (different != null) {
            return different;
        }
        DayRule rule = knowsOfficialDaysOf(date.getYear()) ? DayRule.WEEKLY_HOURS : DayRule.UNCONFIRMED_WEEK;
        return new DayPlan(week.get(date.getDayOfWeek()), rule, "");
    }

    /** False if the calendar follows official days but the notice of this year is missing: its answers may still change. */
    public boolean knowsOfficialDaysOf(int year) {
        return officialDays.isEmpty() || officialDays.get().covers(year);
    }

    boolean everOpens() {
        return week.values().stream().anyMatch(hours -> !hours.isClosed())
                || differentDates.values().stream().anyMatch(plan -> !plan.hours().isClosed());
    }

    @Override
    public String toString() {
        return "calendar \"" + name + "\" version " + version + " (" + zone + ")";
    }
}
