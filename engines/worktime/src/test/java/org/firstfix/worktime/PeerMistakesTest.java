package org.firstfix.worktime;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.firstfix.worktime.Times.BERLIN;
import static org.firstfix.worktime.Times.SHANGHAI;
import static org.firstfix.worktime.Times.deadline;
import static org.firstfix.worktime.Times.hours;
import static org.firstfix.worktime.Times.minutes;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What users of other service desks have reported in public as wrong or missing, each as a question with the right answer. */
class PeerMistakesTest {

    @Test
    @DisplayName("zammad#3180: around the clock, with no minute closed at midnight")
    void aroundTheClockIsNotClosedForAMinuteAtMidnight() {
        Instant evening = BERLIN.at("2026-05-04T22:00");
        assertThat(deadline(BERLIN.daily("00:00-24:00"), evening, hours(50))).isEqualTo(evening.plus(hours(50)));
    }

    @Test
    @DisplayName("zammad#4432, glpi#22678: warnings in service hours, not at midnight")
    void warningsFallIntoServiceHours() {
        WorkTime office = BERLIN.weekdays("08:00-18:00");
        Instant lateMonday = BERLIN.at("2026-05-04T17:00");
        assertThat(deadline(office, lateMonday, hours(4))).isEqualTo(BERLIN.at("2026-05-05T11:00"));
        assertThat(office.warning(lateMonday, hours(4), 75, Pauses.none()).instant()).contains(BERLIN.at("2026-05-05T10:00"));
        assertThat(office.nextOpen(BERLIN.at("2026-05-09T00:00"))).as("a reminder of Saturday night").contains(BERLIN.at("2026-05-11T08:00"));
    }

    @Test
    @DisplayName("zammad#2497: hours until midnight, and calendars that never open, end no search in a loop")
    void hoursUntilMidnightAndEmptyCalendars() {
        Times losAngeles = Times.in("America/Los_Angeles");
        DayHours untilMidnight = DayHours.of("09:00-00:00");
        WorkTime time = WorkTime.on(losAngeles.calendar("until midnight").hours(MONDAY, THURSDAY, untilMidnight).hours(SATURDAY, untilMidnight).build());
        assertThat(deadline(time, Instant.parse("2019-02-05T21:40:28Z"), minutes(120))).isEqualTo(Instant.parse("2019-02-05T23:40:28Z"));
        assertThatThrownBy(() -> losAngeles.calendar("empty").build()).hasMessageContaining("never opens").hasMessageContaining("Maybe");
    }

    @Test
    @DisplayName("zammad#390: forty-eight hours over two holidays")
    void holidaysOfTheFeedCountAsTheyAre() {
        WorkTime time = WorkTime.on(BERLIN.calendar("nine to nine").hours(MONDAY, SUNDAY, DayHours.of("09:00-21:00"))
                .specialDate(LocalDate.parse("2016-11-11"), DayHours.CLOSED, "St. Martin")
                .specialDate(LocalDate.parse("2016-11-13"), DayHours.CLOSED, "Volkstrauertag").build());
        assertThat(deadline(time, BERLIN.at("2016-11-09T23:00"), hours(48))).isEqualTo(BERLIN.at("2016-11-15T21:00"));
    }

    @Test
    @DisplayName("glpi#10594, #14937: a weekend pending costs nothing")
    void pendingOverTheWeekendCostsNothing() {
        WorkTime office = BERLIN.weekdays("08:00-18:00");
        Instant friday = BERLIN.at("2026-05-08T09:00");
        Pause weekend = Pause.between(BERLIN.at("2026-05-08T17:00"), BERLIN.at("2026-05-11T09:00"), "pending");
        assertThat(deadline(office, friday, hours(10), weekend)).isEqualTo(BERLIN.at("2026-05-11T11:00"));
    }

    @Test
    @DisplayName("glpi#9082: a pause never moves a deadline outside service hours")
    void aPauseNeverMovesTheDeadlineOutsideServiceHours() {
        WorkTime office = BERLIN.weekdays("08:00-18:00");
        Pause pending = Pause.between(BERLIN.at("2026-05-04T10:00"), BERLIN.at("2026-05-04T13:31"), "pending");
        assertThat(deadline(office, BERLIN.at("2026-05-04T08:00"), hours(10), pending)).isEqualTo(BERLIN.at("2026-05-05T11:31"));
    }

    @Test
    @DisplayName("glpi#6902, #15605: another target keeps the pauses there were")
    void anotherTargetKeepsThePauses() {
        WorkTime office = BERLIN.weekdays("08:00-18:00");
        Pause pending = Pause.between(BERLIN.at("2026-05-04T10:00"), BERLIN.at("2026-05-06T10:00"), "pending");
        assertThat(deadline(office, BERLIN.at("2026-05-04T09:00"), hours(16), pending)).isEqualTo(BERLIN.at("2026-05-07T15:00"));
        assertThat(deadline(office, BERLIN.at("2026-05-04T09:00"), hours(2), pending)).isEqualTo(BERLIN.at("2026-05-06T11:00"));
    }

    @Test
    @DisplayName("glpi#17186: asking again, or reading while paused, changes no deadline")
    void askingAgainChangesNothing() {
        WorkTime office = BERLIN.weekdays("08:00-18:00");
        Instant start = BERLIN.at("2026-05-04T09:00");
        Pauses pauses = Pauses.of(Pause.between(BERLIN.at("2026-05-04T10:00"), BERLIN.at("2026-05-04T10:05"), "pending"));
        Deadline first = office.deadline(start, hours(4), pauses);
        office.elapsed(start, BERLIN.at("2030-01-01T00:00"), pauses);
        assertThat(office.deadline(start, hours(4), pauses)).isEqualTo(first);
        assertThat(first.instant()).contains(BERLIN.at("2026-05-04T13:05"));
    }

    @Test
    @DisplayName("glpi#687: reported outside service hours")
    void reportedOutsideServiceHours() {
        WorkTime office = BERLIN.weekdays("08:00-18:30");
        Instant saturday = BERLIN.at("2026-05-09T23:10");
        assertThat(deadline(office, saturday, hours(2))).isEqualTo(BERLIN.at("2026-05-11T10:00"));
        assertThat(office.elapsed(saturday, BERLIN.at("2026-05-11T10:00"), Pauses.none())).isEqualTo(hours(2));
    }

    @Test
    @DisplayName("frappe/helpdesk#2212, osTicket#6847: lunch does not count")
    void lunchDoesNotCount() {
        WorkTime office = BERLIN.weekdays("09:00-13:00", "14:00-18:00");
        assertThat(deadline(office, BERLIN.at("2026-05-04T13:20"), minutes(30))).isEqualTo(BERLIN.at("2026-05-04T14:30"));
        assertThat(deadline(office, BERLIN.at("2026-05-04T12:50"), minutes(30))).isEqualTo(BERLIN.at("2026-05-04T14:20"));
    }

    @Test
    @DisplayName("erpnext#47029, #47172, #47884, #49414: a hold outside working hours moves nothing, a hold within moves once")
    void holdsAreCountedOnceAndInWorkingTime() {
        WorkTime office = SHANGHAI.weekdays("09:00-17:00");
        Instant monday = SHANGHAI.at("2026-03-02T09:00");
        Pause night = Pause.between(SHANGHAI.at("2026-03-02T17:00"), SHANGHAI.at("2026-03-03T09:00"), "hold");
        assertThat(deadline(office, monday, hours(8), night)).isEqualTo(SHANGHAI.at("2026-03-02T17:00"));
        Pause lateUntilMorning = Pause.between(SHANGHAI.at("2026-03-02T16:00"), SHANGHAI.at("2026-03-03T10:00"), "hold");
        assertThat(deadline(office, monday, hours(8), lateUntilMorning)).isEqualTo(SHANGHAI.at("2026-03-03T11:00"));
        assertThat(office.elapsed(monday, SHANGHAI.at("2026-03-03T11:00"), Pauses.of(lateUntilMorning))).isEqualTo(hours(8));
    }

    @Test
    @DisplayName("frappe/helpdesk#2449: reported on a holiday, then put on hold")
    void reportedOnAHolidayThenPutOnHold() {
        WorkTime office = WorkTime.on(SHANGHAI.calendar("office").hours(MONDAY, FRIDAY, DayHours.of("09:00-17:00"))
                .specialDate(LocalDate.parse("2026-03-02"), DayHours.CLOSED, "closed").build());
        Pause hold = Pause.between(SHANGHAI.at("2026-03-02T10:00"), SHANGHAI.at("2026-03-03T10:00"), "hold");
        assertThat(deadline(office, SHANGHAI.at("2026-03-02T09:30"), hours(2), hold)).isEqualTo(SHANGHAI.at("2026-03-03T12:00"));
    }

    @Test
    @DisplayName("chatwoot#6733: open from nine in the evening to two at night")
    void openFromEveningIntoTheNight() {
        WorkTime bar = BERLIN.daily("21:00-02:00");
        assertThat(deadline(bar, BERLIN.at("2026-05-04T23:30"), hours(3))).isEqualTo(BERLIN.at("2026-05-05T21:30"));
    }

    @Test
    @DisplayName("osTicket#6739: a calendar open on a single day of the week")
    void openOnASingleDayOfTheWeek() {
        WorkTime tuesdays = WorkTime.on(BERLIN.calendar("Tuesdays").hours(TUESDAY, DayHours.of("08:00-17:00")).build());
        assertThat(deadline(tuesdays, BERLIN.at("2026-05-06T12:00"), hours(18))).isEqualTo(BERLIN.at("2026-05-19T17:00"));
    }

    @Test
    @DisplayName("glpi#15429, erpnext#38745: hours are those of the site, wherever the server stands")
    void hoursAreThoseOfTheSite() {
        Instant reported = Instant.parse("2026-05-04T01:00:00Z");
        assertThat(deadline(SHANGHAI.weekdays("09:00-18:00"), reported, hours(4))).isEqualTo(Instant.parse("2026-05-04T05:00:00Z"));
        assertThat(deadline(BERLIN.weekdays("09:00-18:00"), reported, hours(4))).isEqualTo(Instant.parse("2026-05-04T11:00:00Z"));
    }

    @Test
    @DisplayName("zendesk/biz#35: around the clock in a zone that has no midnight once a year")
    void aZoneWithoutMidnightOnceAYear() {
        Times saoPaulo = Times.in("America/Sao_Paulo");
        Instant start = Instant.parse("2015-02-03T16:10:25Z");
        Instant end = Instant.parse("2015-12-01T00:00:00Z");
        assertThat(saoPaulo.daily("00:00-24:00").elapsed(start, end, Pauses.none())).isEqualTo(Duration.between(start, end));
    }

    @Test
    @DisplayName("dbt_zendesk#25: reports of last winter do not change with the offset of today")
    void eachInstantHasItsOwnOffset() {
        WorkTime office = BERLIN.weekdays("09:00-17:00");
        assertThat(office.elapsed(BERLIN.at("2026-03-27T16:30"), BERLIN.at("2026-03-30T09:30"), Pauses.none())).isEqualTo(hours(1));
    }

    @Test
    @DisplayName("business_time#230: adding and subtracting agree at 23:00 closing")
    void addingAndElapsedAgreeAtALateClosing() {
        WorkTime late = WorkTime.on(Times.in("UTC").calendar("late").hours(MONDAY, FRIDAY, DayHours.of("14:00-23:00")).build());
        Instant evening = Instant.parse("2024-09-30T21:00:00Z");
        assertThat(deadline(late, evening, hours(4))).isEqualTo(Instant.parse("2024-10-01T16:00:00Z"));
        assertThat(late.elapsed(evening, Instant.parse("2024-10-01T16:00:00Z"), Pauses.none())).isEqualTo(hours(4));
    }

    @Test
    @DisplayName("no peer: a Sunday worked in exchange for a holiday")
    void aSundayWorkedInExchangeForAHoliday() {
        OfficialDays days = new OfficialDays("China", Map.of(LocalDate.parse("2026-01-01"), "元旦", LocalDate.parse("2026-01-02"), "元旦"),
                Map.of(LocalDate.parse("2026-01-04"), "元旦"), Set.of(2025, 2026));
        WorkTime office = WorkTime.on(SHANGHAI.calendar("office").hours(MONDAY, FRIDAY, DayHours.of("09:00-18:00")).officialDays(days).build());
        assertThat(deadline(office, SHANGHAI.at("2025-12-31T17:00"), hours(4))).isEqualTo(SHANGHAI.at("2026-01-04T12:00"));
    }
}
