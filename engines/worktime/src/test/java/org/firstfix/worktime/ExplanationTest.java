package org.firstfix.worktime;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.firstfix.worktime.DayRule.OFFICIAL_HOLIDAY;
import static org.firstfix.worktime.DayRule.WEEKLY_HOURS;
import static org.firstfix.worktime.Segment.Kind.CLOSED;
import static org.firstfix.worktime.Segment.Kind.OPEN;
import static org.firstfix.worktime.Segment.Kind.PAUSED;
import static org.firstfix.worktime.Times.BERLIN;
import static org.firstfix.worktime.Times.SHANGHAI;
import static org.firstfix.worktime.Times.hours;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** "Why 14:20?" */
class ExplanationTest {

    private static final OfficialDays LABOUR_DAY = new OfficialDays("China", Map.of(LocalDate.parse("2026-05-01"), "劳动节"), Map.of(), Set.of(2026));

    private final WorkCalendar calendar = SHANGHAI.calendar("office").version("7").hours(MONDAY, FRIDAY, DayHours.of("09:00-18:00"))
            .officialDays(LABOUR_DAY).build();

    private final WorkTime office = WorkTime.on(calendar);

    private static Segment segment(String start, String end, Segment.Kind kind, DayRule rule, String reason) {
        return new Segment(SHANGHAI.at(start), SHANGHAI.at(end), kind, rule, reason, "office", "7");
    }

    @Test
    void everySegmentHasItsRuleAndItsReason() {
        Pauses pauses = Pauses.of(
                Pause.between(SHANGHAI.at("2026-04-30T17:00"), SHANGHAI.at("2026-05-04T10:00"), "waiting for the customer"),
                Pause.between(SHANGHAI.at("2026-05-04T09:30"), SHANGHAI.at("2026-05-04T11:00"), "part on order"));
        List<Segment> segments = office.explain(SHANGHAI.at("2026-04-30T16:00"), SHANGHAI.at("2026-05-04T12:00"), pauses);
        assertThat(segments).containsExactly(
                segment("2026-04-30T16:00", "2026-04-30T17:00", OPEN, WEEKLY_HOURS, ""),
                segment("2026-04-30T17:00", "2026-04-30T18:00", PAUSED, WEEKLY_HOURS, "waiting for the customer"),
                segment("2026-04-30T18:00", "2026-05-01T00:00", CLOSED, WEEKLY_HOURS, ""),
                segment("2026-05-01T00:00", "2026-05-02T00:00", CLOSED, OFFICIAL_HOLIDAY, "劳动节"),
                segment("2026-05-02T00:00", "2026-05-04T09:00", CLOSED, WEEKLY_HOURS, ""),
                segment("2026-05-04T09:00", "2026-05-04T10:00", PAUSED, WEEKLY_HOURS, "waiting for the customer"),
                segment("2026-05-04T10:00", "2026-05-04T11:00", PAUSED, WEEKLY_HOURS, "part on order"),
                segment("2026-05-04T11:00", "2026-05-04T12:00", OPEN, WEEKLY_HOURS, ""));
        assertThat(segments).extracting(Segment::textKey).contains("worktime.paused", "worktime.open.weekly-hours", "worktime.closed.official-holiday");
        assertThat(segments.getFirst().duration()).isEqualTo(hours(1));
    }

    @Test
    void nothingToExplainBetweenEqualInstants() {
        Instant now = SHANGHAI.at("2026-04-30T16:00");
        assertThat(office.explain(now, now, Pauses.none())).isEmpty();
        assertThatThrownBy(() -> office.explain(now, now.minusSeconds(1), Pauses.none())).hasMessageContaining("Maybe");
    }

    @Test
    void theNightBelongsToTheVersionItBeganUnder() {
        WorkCalendar nights = BERLIN.calendar("nights").version("1").hours(MONDAY, SUNDAY, DayHours.of("22:00-06:00")).build();
        WorkCalendar days = BERLIN.calendar("days").version("2").hours(MONDAY, SUNDAY, DayHours.of("08:00-16:00")).build();
        WorkTime time = WorkTime.on(CalendarHistory.startingWith(nights).followedBy(LocalDate.parse("2026-07-01"), days));
        List<Segment> segments = time.explain(BERLIN.at("2026-06-30T20:00"), BERLIN.at("2026-07-01T10:00"), Pauses.none());
        assertThat(segments).extracting(Segment::kind).containsExactly(CLOSED, OPEN, CLOSED, OPEN);
        assertThat(segments).extracting(Segment::calendarVersion).containsExactly("1", "1", "2", "2");
        assertThat(segments).extracting(Segment::duration).containsExactly(hours(2), hours(8), hours(2), hours(2));
        assertThat(time.elapsed(BERLIN.at("2026-06-30T20:00"), BERLIN.at("2026-07-01T10:00"), Pauses.none())).isEqualTo(hours(10));
    }

    @Test
    void versionsMayLieInDifferentZones() {
        WorkCalendar shanghai = SHANGHAI.calendar("east").hours(MONDAY, SUNDAY, DayHours.ALL_DAY).build();
        WorkCalendar berlin = BERLIN.calendar("west").version("2").hours(MONDAY, SUNDAY, DayHours.ALL_DAY).build();
        WorkTime time = WorkTime.on(CalendarHistory.startingWith(shanghai).followedBy(LocalDate.parse("2026-07-01"), berlin));
        // 30 June ends in Shanghai six hours before 1 July begins in Berlin.
        List<Segment> segments = time.explain(SHANGHAI.at("2026-06-30T12:00"), BERLIN.at("2026-07-01T12:00"), Pauses.none());
        assertThat(segments).extracting(Segment::kind).containsExactly(OPEN, CLOSED, OPEN);
        assertThat(segments).extracting(Segment::duration).containsExactly(hours(12), hours(6), hours(12));
    }

    @Test
    void yearsWithoutANoticeAreToldAndFlagged() {
        Instant december = SHANGHAI.at("2026-12-31T17:00");
        assertThat(office.deadline(december, hours(1), Pauses.none())).isEqualTo(new Deadline.At(SHANGHAI.at("2026-12-31T18:00"), Set.of()));
        assertThat(office.deadline(december, hours(2), Pauses.none())).isEqualTo(new Deadline.At(SHANGHAI.at("2027-01-01T10:00"), Set.of(2027)));
        assertThat(office.explain(december, SHANGHAI.at("2027-01-01T10:00"), Pauses.none())).last()
                .satisfies(last -> assertThat(last.textKey()).isEqualTo("worktime.open.unconfirmed-week"));
        assertThat(office.unconfirmedYears(SHANGHAI.at("2024-06-01T00:00"), SHANGHAI.at("2028-06-01T00:00"))).containsExactly(2024, 2025, 2027, 2028);
        assertThat(office.unconfirmedYears(december, SHANGHAI.at("2027-01-01T00:00"))).isEmpty();
    }

    @Test
    void onlyVersionsThatFollowOfficialDaysMissThem() {
        WorkTime time = WorkTime.on(CalendarHistory.startingWith(calendar)
                .followedBy(LocalDate.parse("2027-03-01"), SHANGHAI.calendar("plain").hours(MONDAY, THURSDAY, DayHours.ALL_DAY).build()));
        assertThat(time.unconfirmedYears(SHANGHAI.at("2026-06-01T00:00"), SHANGHAI.at("2028-01-01T00:00"))).containsExactly(2027);
        assertThat(time.unconfirmedYears(SHANGHAI.at("2027-03-01T00:00"), SHANGHAI.at("2030-01-01T00:00"))).isEmpty();
    }

    @Test
    void theFirstPauseBegunIsTheOneNamed() {
        Instant morning = SHANGHAI.at("2026-04-30T10:00");
        Pauses pauses = Pauses.of(Pause.since(morning.plusSeconds(60), "second"), Pause.between(morning, morning.plusSeconds(120), "first"));
        assertThat(pauses.at(morning.plusSeconds(90))).map(Pause::reason).contains("first");
        assertThat(pauses.at(morning.plusSeconds(120))).map(Pause::reason).contains("second");
        assertThat(pauses.at(morning.minusSeconds(1))).isEmpty();
        assertThat(office.explain(morning, morning.plusSeconds(300), pauses)).extracting(Segment::reason).containsExactly("first", "second");
    }
}
