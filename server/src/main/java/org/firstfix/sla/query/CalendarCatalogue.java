package org.firstfix.sla.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Query;
import org.firstfix.sla.domain.CalendarDefinition;
import org.firstfix.sla.domain.CalendarKey;
import org.firstfix.sla.domain.OfficialNotice;
import org.firstfix.sla.storage.CachedTimes;
import org.firstfix.sla.storage.JooqCalendars;
import org.firstfix.worktime.CalendarHistory;
import org.firstfix.worktime.DayInterval;
import org.firstfix.worktime.DayPlan;
import org.firstfix.worktime.WorkCalendar;

/** Calendars, their versions and their days. */
@Query
public class CalendarCatalogue {
    private final JooqCalendars calendars;
    private final CachedTimes times;
    private final HolidayNames names;

    CalendarCatalogue(JooqCalendars calendars, CachedTimes times, HolidayNames names) {
        this.calendars = calendars;
        this.times = times;
        this.names = names;
    }

    public record Row(String code, String nameZh, String nameEn, int version, CalendarDefinition definition) {}

    /** @param inForce whether any day still goes by this version; a later one may have replaced it altogether */
    public record VersionView(int version, LocalDate effectiveFrom, boolean inForce, CalendarDefinition definition, Instant madeAt,
            String madeBy, String reason) {}

    /** @param versions the newest first */
    public record View(String code, String nameZh, String nameEn, int version, List<VersionView> versions, List<String> actions) {}

    /**
     * @param rule which rule decided the day: {@code weekly-hours}, {@code unconfirmed-week}, {@code official-holiday},
     *     {@code make-up-day}, {@code special-date}
     * @param hours pairs of start and end; {@code 30:00} is six o'clock of the next morning
     */
    public record Day(LocalDate date, String rule, List<List<String>> hours, String reasonZh, String reasonEn) {}

    /** @param confirmed false if the calendar follows official days and the notice of the year is not known yet */
    public record Year(String code, int year, String zone, boolean confirmed, List<Day> days) {}

    public List<Row> all() {
        return calendars.all().stream().map(calendar -> new Row(calendar.code(), calendar.nameZh(), calendar.nameEn(), calendar.version(),
                calendars.versions(calendar.code(), calendar.version()).getLast().definition())).toList();
    }

    /** @throws Problem 404 */
    public View show(String code) {
        JooqCalendars.Calendar calendar = calendars.find(code).orElseThrow(() -> Problem.notFound("calendar", code));
        List<JooqCalendars.Version> versions = calendars.versions(code, calendar.version());
        List<JooqCalendars.Version> inForce = CachedTimes.inForce(versions);
        return new View(code, calendar.nameZh(), calendar.nameEn(), calendar.version(), versions.reversed().stream()
                .map(version -> new VersionView(version.number(), version.from(), inForce.contains(version), version.definition(),
                        version.madeAt(), version.madeBy(), version.reason())).toList(),
                Actors.current().may("calendar.maintain") ? List.of("CHANGE") : List.of());
    }

    /** Every day of a year. */
    public Year year(String code, int year, ZoneId zone) {
        calendars.find(code).orElseThrow(() -> Problem.notFound("calendar", code));
        CalendarKey newest = calendars.newest(code, zone);
        CalendarHistory history = times.on(newest).history();
        Map<String, String> english = names.english();
        List<Day> days = new ArrayList<>();
        boolean confirmed = true;
        for (LocalDate date = LocalDate.of(year, 1, 1); date.getYear() == year; date = date.plusDays(1)) {
            WorkCalendar calendar = history.on(date);
            DayPlan plan = calendar.planOf(date);
            confirmed &= calendar.knowsOfficialDaysOf(year);
            days.add(new Day(date, plan.rule().textKey(), plan.hours().intervals().stream().map(CalendarCatalogue::pair).toList(),
                    plan.reason(), english.getOrDefault(plan.reason(), plan.reason())));
        }
        return new Year(code, year, history.on(LocalDate.of(year, 12, 31)).zone().getId(), confirmed, days);
    }

    private static List<String> pair(DayInterval interval) {
        return List.of(interval.toString().split("-"));
    }

    /** The newest notice of each year, the newest year first. */
    public List<OfficialNotice> notices() {
        return calendars.notices(calendars.newestOfficialRevision()).stream()
                .sorted((one, other) -> Integer.compare(other.year(), one.year())).toList();
    }
}
