package org.firstfix.sla.domain;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.firstfix.platform.problem.Problem;
import org.firstfix.worktime.DayHours;
import org.firstfix.worktime.DayInterval;
import org.firstfix.worktime.OfficialDays;
import org.firstfix.worktime.WorkCalendar;
import org.firstfix.worktime.WorkCalendarBuilder;

/**
 * The hours of one calendar version, as they are stored and edited.
 *
 * @param zone {@value #SITE} for the wall clock of the site, or a time zone's id
 * @param official whether official days off and make-up days are followed
 * @param week {@code mon} to {@code sun}, each with pairs of start and end ({@code 09:00}, {@code 18:00}; {@code 24:00} is midnight,
 *     an end before its start lies on the next day); a missing day is closed
 * @param specialDays dates that differ, stronger than official days
 */
public record CalendarDefinition(String zone, boolean official, Map<String, List<List<String>>> week, List<SpecialDay> specialDays) {
    public static final String SITE = "site";
    private static final Map<String, DayOfWeek> DAYS = Map.of("mon", DayOfWeek.MONDAY, "tue", DayOfWeek.TUESDAY,
            "wed", DayOfWeek.WEDNESDAY, "thu", DayOfWeek.THURSDAY, "fri", DayOfWeek.FRIDAY, "sat", DayOfWeek.SATURDAY,
            "sun", DayOfWeek.SUNDAY);

    public record SpecialDay(LocalDate date, List<List<String>> hours, String reason) {}

    /** @throws Problem 400 with the field that is not right */
    public void check() {
        if (!zone.equals(SITE)) {
            try {
                ZoneId.of(zone);
            } catch (DateTimeException e) {
                throw Problem.invalidField("zone", "sla.zone-unknown", Map.of("zone", zone));
            }
        }
        for (Map.Entry<String, List<List<String>>> day : week.entrySet()) {
            if (!DAYS.containsKey(day.getKey())) {
                throw Problem.invalidField("week", "sla.weekday-unknown", Map.of("day", day.getKey()));
            }
            hours("week." + day.getKey(), day.getValue());
        }
        if (week.values().stream().allMatch(List::isEmpty)) {
            throw Problem.invalidField("week", "sla.calendar-never-opens", Map.of());
        }
        Set<LocalDate> dates = new HashSet<>();
        for (SpecialDay special : specialDays) {
            hours("specialDays." + special.date(), special.hours());
            if (!dates.add(special.date())) {
                throw Problem.invalidField("specialDays." + special.date(), "sla.special-day-twice",
                        Map.of("date", special.date().toString()));
            }
        }
    }

    /** The hours as the engine takes them. */
    public WorkCalendar at(String code, int version, ZoneId siteZone, OfficialDays officialDays) {
        WorkCalendarBuilder builder = WorkCalendar.named(code).version(String.valueOf(version))
                .zone(zone.equals(SITE) ? siteZone : ZoneId.of(zone));
        week.forEach((day, hours) -> builder.hours(DAYS.get(day), hours("week." + day, hours)));
        specialDays.forEach(special -> builder.specialDate(special.date(), hours("", special.hours()), special.reason()));
        return (official ? builder.officialDays(officialDays) : builder).build();
    }

    public static String keyOf(DayOfWeek day) {
        return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
    }

    private static DayHours hours(String field, List<List<String>> pairs) {
        try {
            return new DayHours(pairs.stream().map(pair -> interval(field, pair)).toList());
        } catch (IllegalArgumentException overlap) {
            throw Problem.invalidField(field, "sla.hours-overlap", Map.of("hours", pairs.toString()));
        }
    }

    private static DayInterval interval(String field, List<String> pair) {
        Optional<DayInterval> read = Optional.empty();
        if (pair.size() == 2) {
            try {
                read = Optional.of(DayInterval.parse(pair.getFirst() + "-" + pair.getLast()));
            } catch (IllegalArgumentException unreadable) {
                // Told below, like a pair of the wrong length.
            }
        }
        return read.orElseThrow(() -> Problem.invalidField(field, "sla.hours-unreadable", Map.of("hours", String.join("–", pair))));
    }
}
