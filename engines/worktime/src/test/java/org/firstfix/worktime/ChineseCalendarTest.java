package org.firstfix.worktime;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.firstfix.worktime.Times.SHANGHAI;
import static org.firstfix.worktime.Times.deadline;
import static org.firstfix.worktime.Times.hours;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The holidays and make-up days China really announced, read from the notices that lie beside the project. */
class ChineseCalendarTest {

    private static final Path NOTICES = Path.of("../../../shared/data/process/calendar");
    private static final Pattern DAY = Pattern.compile(
            "\"name\":\\s*\"([^\"]+)\",\\s*\"date\":\\s*\"([^\"]+)\",\\s*\"isOffDay\":\\s*(true|false)");

    private static OfficialDays china;
    private static WorkTime office;

    @BeforeAll
    static void readNotices() throws IOException {
        assumeThat(NOTICES).as("the notices are not beside the project; these tests need them").isDirectory();
        china = new OfficialDays("China", Map.of(), Map.of(), Set.of());
        for (int year = 2023; year <= 2026; year++) {
            china = china.combinedWith(notice(year));
        }
        office = WorkTime.on(SHANGHAI.calendar("office").hours(MONDAY, FRIDAY, DayHours.of("09:00-18:00")).officialDays(china).build());
    }

    private static OfficialDays notice(int year) throws IOException {
        Map<LocalDate, String> holidays = new HashMap<>();
        Map<LocalDate, String> makeUpDays = new HashMap<>();
        Matcher day = DAY.matcher(Files.readString(NOTICES.resolve(year + ".json")));
        while (day.find()) {
            (Boolean.parseBoolean(day.group(3)) ? holidays : makeUpDays).put(LocalDate.parse(day.group(2)), day.group(1));
        }
        return new OfficialDays("China", holidays, makeUpDays, Set.of(year));
    }

    @Test
    void allNoticesAreRead() {
        assertThat(china.holidays()).hasSizeGreaterThan(100);
        assertThat(china.makeUpDays()).hasSizeGreaterThan(20);
        assertThat(china.makeUpDays().keySet()).as("a make-up day is worked on a weekend")
                .allSatisfy(date -> assertThat(date.getDayOfWeek()).isIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
    }

    @ParameterizedTest(name = "{0} + {1} h = {2}")
    @CsvSource({
        "2026-01-04T10:00, 2, 2026-01-04T12:00",
        "2025-12-31T17:00, 4, 2026-01-04T12:00",
        "2026-02-13T17:00, 10, 2026-02-14T18:00",
        "2026-02-14T17:00, 2, 2026-02-24T10:00",
        "2026-04-30T17:00, 2, 2026-05-06T10:00",
        "2026-05-08T17:00, 2, 2026-05-09T10:00",
        "2025-01-24T17:00, 10, 2025-01-26T18:00",
        "2023-04-28T17:00, 2, 2023-05-04T10:00",
        "2024-02-09T12:00, 9, 2024-02-18T12:00",
    })
    void holidaysAreSkippedAndMakeUpDaysCount(String start, int hours, String due) {
        assertThat(deadline(office, SHANGHAI.at(start), hours(hours))).isEqualTo(SHANGHAI.at(due));
        assertThat(office.elapsed(SHANGHAI.at(start), SHANGHAI.at(due), Pauses.none())).isEqualTo(hours(hours));
    }

    @Test
    void aNoticeMayReachIntoTheYearBefore() {
        assertThat(china.holidays()).containsKey(LocalDate.parse("2022-12-31"));
        assertThat(office.unconfirmedYears(SHANGHAI.at("2022-12-31T00:00"), SHANGHAI.at("2023-01-02T00:00"))).containsExactly(2022);
    }

    @Test
    void theYearAfterTheLastNoticeIsFlagged() {
        assertThat(office.deadline(SHANGHAI.at("2026-12-31T17:00"), hours(9), Pauses.none()))
                .isInstanceOfSatisfying(Deadline.At.class, due -> assertThat(due.unconfirmedYears()).containsExactly(2027));
        assertThat(office.deadline(SHANGHAI.at("2023-01-03T09:00"), hours(9), Pauses.none()))
                .isInstanceOfSatisfying(Deadline.At.class, due -> assertThat(due.unconfirmedYears()).isEmpty());
    }

    @Test
    void everyYearHasAsManyWorkingDaysAsItsWeekdaysHolidaysAndMakeUpDaysSay() {
        for (int year = 2023; year <= 2026; year++) {
            long workingDays = LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1)).filter(ChineseCalendarTest::isWorked).count();
            Instant start = SHANGHAI.at(year + "-01-01T00:00");
            Instant end = SHANGHAI.at((year + 1) + "-01-01T00:00");
            assertThat(office.elapsed(start, end, Pauses.none())).as("year %d", year).isEqualTo(hours(9 * workingDays));
        }
    }

    private static boolean isWorked(LocalDate date) {
        boolean weekday = date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
        return china.makeUpDays().containsKey(date) || weekday && !china.holidays().containsKey(date);
    }
}
