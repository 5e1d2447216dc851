package org.firstfix.worktime;

import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.firstfix.worktime.Times.BERLIN;
import static org.firstfix.worktime.Times.deadline;
import static org.firstfix.worktime.Times.hours;
import static org.firstfix.worktime.Times.minutes;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Days that are longer or shorter, boundaries that do not exist or come twice, and dates that are missing. */
class ClockChangesTest {

    @ParameterizedTest(name = "{0} {1}: {2} minutes")
    @CsvSource({
        "Europe/Berlin, 2026-03-29, 1380",
        "Europe/Berlin, 2026-10-25, 1500",
        "Australia/Lord_Howe, 2026-04-05, 1470",
        "Australia/Lord_Howe, 2026-10-04, 1410",
        "Antarctica/Troll, 2026-03-29, 1320",
        "America/Sao_Paulo, 2018-11-04, 1380",
        "America/Sao_Paulo, 2018-02-17, 1500",
        "America/Havana, 2026-03-08, 1380",
        "Africa/Cairo, 2024-04-26, 1380",
        "America/St_Johns, 2010-03-14, 1380",
        "America/St_Johns, 2010-11-06, 1440",
        "America/St_Johns, 2010-11-07, 1500",
        "Asia/Pyongyang, 2015-08-14, 1470",
        "Asia/Pyongyang, 2018-05-04, 1410",
        "Asia/Kathmandu, 1986-01-01, 1425",
        "Europe/Dublin, 2026-03-29, 1380",
        "Africa/Casablanca, 2026-02-15, 1500",
        "Pacific/Apia, 2011-12-30, 0",
        "Pacific/Apia, 2011-12-29, 1440",
        "Pacific/Apia, 2011-12-31, 1440",
        "Pacific/Fakaofo, 2011-12-30, 0",
        "Pacific/Kiritimati, 1994-12-31, 0",
        "Pacific/Kwajalein, 1993-08-21, 0",
        "Asia/Shanghai, 2026-03-29, 1440",
    })
    void aDateOpenAllDayHasAsManyMinutesAsReallyPass(String zone, String date, long minutes) {
        Times times = Times.in(zone);
        LocalDate only = LocalDate.parse(date);
        WorkTime time = WorkTime.on(times.calendar("one date").specialDate(only, DayHours.ALL_DAY, "test").build());
        Instant middle = only.atStartOfDay(times.zone()).toInstant();
        assertThat(time.elapsed(middle.minus(Duration.ofDays(4)), middle.plus(Duration.ofDays(4)), Pauses.none())).isEqualTo(minutes(minutes));
    }

    @Test
    void twentyFourHoursOfSupportEndAnHourLaterOnTheWallClockInSpring() {
        assertThat(deadline(BERLIN.alwaysOpen(), BERLIN.at("2026-03-28T12:00"), hours(24))).isEqualTo(BERLIN.at("2026-03-29T13:00"));
        assertThat(deadline(BERLIN.alwaysOpen(), BERLIN.at("2026-10-24T12:00"), hours(24))).isEqualTo(BERLIN.at("2026-10-25T11:00"));
    }

    @Test
    void nightShiftsAreAnHourShorterInSpringAndLongerInAutumn() {
        WorkTime nights = BERLIN.daily("22:00-06:00");
        assertThat(nights.elapsed(BERLIN.at("2026-03-28T20:00"), BERLIN.at("2026-03-29T12:00"), Pauses.none())).isEqualTo(hours(7));
        assertThat(nights.elapsed(BERLIN.at("2026-10-24T20:00"), BERLIN.at("2026-10-25T12:00"), Pauses.none())).isEqualTo(hours(9));
    }

    @Test
    void aBoundaryWithinTheGapMovesToTheChange() {
        // 02:00 to 03:00 does not exist on this Sunday.
        Instant change = Instant.parse("2026-03-29T01:00:00Z");
        WorkTime opens = WorkTime.on(BERLIN.calendar("opens").hours(SUNDAY, DayHours.of("02:30-05:00")).build());
        assertThat(opens.nextOpen(BERLIN.at("2026-03-29T00:00"))).contains(change);
        assertThat(opens.elapsed(BERLIN.at("2026-03-29T00:00"), BERLIN.at("2026-03-29T12:00"), Pauses.none())).isEqualTo(hours(2));
        WorkTime closes = WorkTime.on(BERLIN.calendar("closes").hours(SUNDAY, DayHours.of("00:00-02:30")).build());
        assertThat(deadline(closes, BERLIN.at("2026-03-29T00:00"), hours(2))).isEqualTo(change);
    }

    @Test
    void anIntervalWithinTheGapDoesNotExist() {
        WorkTime time = WorkTime.on(BERLIN.calendar("gap").hours(SUNDAY, DayHours.of("02:10-02:50")).build());
        assertThat(time.elapsed(BERLIN.at("2026-03-28T12:00"), BERLIN.at("2026-03-30T00:00"), Pauses.none())).isEqualTo(Duration.ZERO);
        assertThat(time.explain(BERLIN.at("2026-03-28T12:00"), BERLIN.at("2026-03-30T00:00"), Pauses.none()))
                .allSatisfy(segment -> assertThat(segment.kind()).isEqualTo(Segment.Kind.CLOSED));
    }

    @Test
    void ofAWallTimeThatComesTwiceTheFirstCounts() {
        // 02:00 to 03:00 comes twice on this Sunday.
        Instant firstHalfPastTwo = Instant.parse("2026-10-25T00:30:00Z");
        WorkTime closes = WorkTime.on(BERLIN.calendar("closes").hours(SUNDAY, DayHours.of("00:00-02:30")).build());
        assertThat(deadline(closes, BERLIN.at("2026-10-25T00:00"), minutes(150))).isEqualTo(firstHalfPastTwo);
        assertThat(closes.isOpen(firstHalfPastTwo.plus(minutes(45)))).as("second 02:15").isFalse();
        WorkTime opens = WorkTime.on(BERLIN.calendar("opens").hours(SUNDAY, DayHours.of("02:30-04:00")).build());
        assertThat(opens.nextOpen(BERLIN.at("2026-10-25T00:00"))).contains(firstHalfPastTwo);
        assertThat(opens.elapsed(BERLIN.at("2026-10-25T00:00"), BERLIN.at("2026-10-25T12:00"), Pauses.none())).isEqualTo(minutes(150));
        WorkTime within = WorkTime.on(BERLIN.calendar("within").hours(SUNDAY, DayHours.of("02:10-02:50")).build());
        assertThat(within.elapsed(BERLIN.at("2026-10-25T00:00"), BERLIN.at("2026-10-25T12:00"), Pauses.none())).as("once, not twice").isEqualTo(minutes(40));
    }

    @Test
    void clocksThatGoForwardAtMidnightDoNotStopTheSearch() {
        Times saoPaulo = Times.in("America/Sao_Paulo");
        Instant start = saoPaulo.at("2018-11-03T16:10");
        assertThat(deadline(saoPaulo.daily("00:00-24:00"), start, hours(10))).isEqualTo(start.plus(hours(10)));
        assertThat(deadline(saoPaulo.daily("00:00-00:30", "09:00-17:00"), start, hours(1))).isEqualTo(saoPaulo.at("2018-11-04T09:10"));
    }

    @Test
    void clocksThatGoBackOverMidnightDoNotOpenADateTwice() {
        // 00:01 became 23:01 of the day before.
        Times stJohns = Times.in("America/St_Johns");
        WorkTime lateEvening = WorkTime.on(stJohns.calendar("late").hours(SATURDAY, DayHours.of("23:00-24:00")).build());
        Instant noon = stJohns.at("2010-11-06T12:00");
        assertThat(lateEvening.elapsed(noon, noon.plus(hours(24)), Pauses.none())).isEqualTo(hours(1));
        WorkTime always = stJohns.daily("00:00-24:00");
        assertThat(always.explain(noon, noon.plus(hours(24)), Pauses.none())).hasSize(1);
        assertThat(lateEvening.explain(noon, noon.plus(hours(24)), Pauses.none()).getLast().end()).isEqualTo(noon.plus(hours(24)));
    }

    @Test
    void aSkippedDateHasNoHoursAndSaysNothing() {
        // Samoa went from Thursday 29 to Saturday 31 December 2011.
        Times apia = Times.in("Pacific/Apia");
        WorkTime time = apia.daily("09:00-17:00");
        assertThat(deadline(time, apia.at("2011-12-29T16:00"), hours(2))).isEqualTo(apia.at("2011-12-31T10:00"));
        assertThat(time.elapsed(apia.at("2011-12-29T00:00"), apia.at("2012-01-01T00:00"), Pauses.none())).isEqualTo(hours(16));
        assertThat(deadline(apia.alwaysOpen(), apia.at("2011-12-29T12:00"), hours(24))).isEqualTo(apia.at("2011-12-31T12:00"));
    }

    @Test
    void aDateThatComesTwiceIsOpenOnce() {
        // Kwajalein moved its clocks back by 23 hours in 1969, so that most of 30 September came twice.
        Times kwajalein = Times.in("Pacific/Kwajalein");
        Instant start = Instant.parse("1969-09-25T00:00:00Z");
        Instant end = Instant.parse("1969-10-10T00:00:00Z");
        WorkTime mornings = kwajalein.daily("09:00-12:00");
        Duration total = mornings.elapsed(start, end, Pauses.none());
        assertThat(deadline(mornings, start, total)).isBeforeOrEqualTo(end);
        assertThat(total).isLessThanOrEqualTo(hours(3 * 15));
        assertThat(kwajalein.daily("00:00-24:00").elapsed(start, end, Pauses.none())).isEqualTo(Duration.between(start, end));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pacific/Honolulu", "Pacific/Niue", "Pacific/Kiritimati", "Pacific/Apia", "Europe/Berlin", "Asia/Kathmandu"})
    void twentyFourHoursFromLateInTheEveningLeaveNoHoleInTwentyYears(String zone) {
        Times times = Times.in(zone);
        Instant start = Instant.parse("2005-06-01T00:00:00Z");
        Instant end = Instant.parse("2025-06-01T00:00:00Z");
        assertThat(times.daily("23:59-47:59").elapsed(start, end, Pauses.none())).isEqualTo(Duration.between(start, end));
    }
}
