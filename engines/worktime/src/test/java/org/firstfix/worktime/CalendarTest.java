package org.firstfix.worktime;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.firstfix.worktime.Times.SHANGHAI;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Building calendars: what they say about a date, and what they refuse. */
class CalendarTest {

    private static final LocalDate DATE = LocalDate.parse("2026-05-01");
    private static final DayHours SHORT = DayHours.of("10:00-11:00");

    private static OfficialDays holiday() {
        return new OfficialDays("China", Map.of(DATE, "劳动节"), Map.of(), Set.of(2026));
    }

    private static WorkCalendarBuilder office() {
        return SHANGHAI.calendar("office").hours(MONDAY, FRIDAY, DayHours.of("09:00-18:00"));
    }

    @Test
    void contractExceptionBeatsSpecialDateBeatsOfficialDayBeatsWeek() {
        assertThat(office().build().planOf(DATE)).isEqualTo(new DayPlan(DayHours.of("09:00-18:00"), DayRule.WEEKLY_HOURS, ""));
        assertThat(office().officialDays(holiday()).build().planOf(DATE)).isEqualTo(new DayPlan(DayHours.CLOSED, DayRule.OFFICIAL_HOLIDAY, "劳动节"));
        assertThat(office().specialDate(DATE, SHORT, "emergency desk").officialDays(holiday()).build().planOf(DATE))
                .isEqualTo(new DayPlan(SHORT, DayRule.SPECIAL_DATE, "emergency desk"));
        assertThat(office().contractException(DATE, DayHours.ALL_DAY, "go-live").specialDate(DATE, SHORT, "emergency desk").officialDays(holiday()).build()
                .planOf(DATE)).isEqualTo(new DayPlan(DayHours.ALL_DAY, DayRule.CONTRACT_EXCEPTION, "go-live"));
    }

    @Test
    void makeUpDayOpensWithTheHoursOfMonday() {
        LocalDate saturday = LocalDate.parse("2026-05-09");
        OfficialDays days = new OfficialDays("China", Map.of(), Map.of(saturday, "劳动节"), Set.of(2026));
        WorkCalendar calendar = office().hours(MONDAY, SHORT).hours(SATURDAY, DayHours.of("14:00-15:00")).officialDays(days).build();
        assertThat(calendar.planOf(saturday)).isEqualTo(new DayPlan(SHORT, DayRule.MAKE_UP_DAY, "劳动节"));
        assertThat(calendar.planOf(saturday.plusDays(7)).hours()).isEqualTo(DayHours.of("14:00-15:00"));
    }

    @Test
    void aYearNobodyHasAnnouncedIsAnUnconfirmedWeek() {
        WorkCalendar calendar = office().officialDays(holiday()).build();
        assertThat(calendar.planOf(LocalDate.parse("2027-05-03")).rule()).isEqualTo(DayRule.UNCONFIRMED_WEEK);
        assertThat(calendar.knowsOfficialDaysOf(2027)).isFalse();
        assertThat(office().build().knowsOfficialDaysOf(2027)).as("follows no official days").isTrue();
    }

    @Test
    void aRangeOfDaysMayRunOverTheWeekend() {
        WorkCalendar calendar = SHANGHAI.calendar("long weekend").hours(FRIDAY, MONDAY, SHORT).build();
        assertThat(calendar.planOf(LocalDate.parse("2026-05-03")).hours()).isEqualTo(SHORT);
        assertThat(calendar.planOf(LocalDate.parse("2026-05-05")).hours()).isEqualTo(DayHours.CLOSED);
    }

    @Test
    void calendarsRefuseWhatCannotBeMeant() {
        assertThatThrownBy(() -> WorkCalendar.named("nowhere").hours(MONDAY, SUNDAY, SHORT).build())
                .hasMessageContaining("nowhere").hasMessageContaining("time zone").hasMessageContaining("Maybe");
        assertThatThrownBy(() -> office().specialDate(DATE, SHORT, "fair").specialDate(DATE, DayHours.CLOSED, "holiday"))
                .hasMessageContaining("2026-05-01").hasMessageContaining("fair").hasMessageContaining("holiday").hasMessageContaining("Maybe");
        assertThatThrownBy(() -> new OfficialDays("China", Map.of(DATE, "劳动节"), Map.of(DATE, "春节"), Set.of(2026)))
                .hasMessageContaining("2026-05-01").hasMessageContaining("劳动节").hasMessageContaining("Maybe");
    }

    @Test
    void noticesOfTwoYearsAreOneSet() {
        OfficialDays next = new OfficialDays("China", Map.of(DATE.plusYears(1), "劳动节"), Map.of(), Set.of(2027));
        OfficialDays both = holiday().combinedWith(next);
        assertThat(both.coveredYears()).containsExactlyInAnyOrder(2026, 2027);
        assertThat(both.holidays()).containsOnlyKeys(DATE, DATE.plusYears(1));
    }

    @ParameterizedTest
    @CsvSource({
        "09:00-17:30, 32400, 63000, 09:00-17:30",
        "0:00-24:00, 0, 86400, 00:00-24:00",
        "18:00-00:00, 64800, 86400, 18:00-24:00",
        "22:00-06:00, 79200, 108000, 22:00-30:00",
        "22:00-30:00, 79200, 108000, 22:00-30:00",
        "08:00:15 - 08:00:45, 28815, 28845, 08:00:15-08:00:45",
    })
    void hoursAreReadAndWritten(String text, int start, int end, String written) {
        DayInterval interval = DayInterval.parse(text);
        assertThat(interval).isEqualTo(new DayInterval(start, end));
        assertThat(interval).hasToString(written);
        assertThat(DayInterval.parse(interval.toString())).isEqualTo(interval);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9-17", "09:00", "08:00-08:00", "25:00-26:00", "10:00-09:60", "10:00-49:00", "06:00-47:00", "24:00-25:00", "a:bb-c:dd"})
    void hoursThatCannotBeReadAreRefusedWithAHint(String text) {
        assertThatThrownBy(() -> DayInterval.parse(text)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("Maybe");
    }

    @Test
    void hoursOfADateMayTouchButNotOverlap() {
        assertThat(DayHours.of("13:00-18:00", "09:00-13:00")).hasToString("09:00-13:00 13:00-18:00");
        assertThatThrownBy(() -> DayHours.of("09:00-13:00", "12:59-18:00")).hasMessageContaining("09:00-13:00").hasMessageContaining("Maybe");
        assertThat(DayHours.CLOSED).hasToString("closed").isEqualTo(new DayHours(List.of()));
    }

    @Test
    void versionsFollowEachOtherByDate() {
        CalendarHistory history = CalendarHistory.startingWith(office().version("old").build())
                .followedBy(DATE, office().version("new").hours(WEDNESDAY, SHORT).build());
        assertThat(history.on(DATE.minusDays(1)).version()).isEqualTo("old");
        assertThat(history.on(DATE).version()).isEqualTo("new");
        assertThatThrownBy(() -> history.followedBy(DATE, office().build())).hasMessageContaining("2026-05-01").hasMessageContaining("Maybe");
    }
}
