package org.firstfix.worktime;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.firstfix.worktime.Times.SHANGHAI;
import static org.firstfix.worktime.Times.deadline;
import static org.firstfix.worktime.Times.hours;
import static org.firstfix.worktime.Times.minutes;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The eight rules, one by one. */
class WorkTimeTest {

    private final WorkTime office = SHANGHAI.weekdays("09:00-12:00", "13:00-18:00");

    // 2026-03-02 is a Monday.
    private final Instant mondayNine = SHANGHAI.at("2026-03-02T09:00");

    @Test
    void openAtTheOpeningInstantAndClosedAtTheClosingInstant() {
        assertThat(office.isOpen(mondayNine.minusNanos(1))).isFalse();
        assertThat(office.isOpen(mondayNine)).isTrue();
        assertThat(office.isOpen(SHANGHAI.at("2026-03-02T12:00").minusNanos(1))).isTrue();
        assertThat(office.isOpen(SHANGHAI.at("2026-03-02T12:00"))).isFalse();
    }

    @Test
    void deadlineMayBeAClosingTimeButNeverTheNextOpening() {
        assertThat(deadline(office, mondayNine, hours(3))).isEqualTo(SHANGHAI.at("2026-03-02T12:00"));
        assertThat(deadline(office, mondayNine, hours(8))).isEqualTo(SHANGHAI.at("2026-03-02T18:00"));
        assertThat(deadline(office, mondayNine, hours(8).plusNanos(1))).isEqualTo(SHANGHAI.at("2026-03-03T09:00").plusNanos(1));
    }

    @Test
    void targetOfZeroIsReachedAtTheStartEvenWhenClosedOrPaused() {
        Instant sunday = SHANGHAI.at("2026-03-01T03:00");
        assertThat(deadline(office, sunday, Duration.ZERO)).isEqualTo(sunday);
        assertThat(deadline(office, sunday, Duration.ZERO, Pause.since(sunday, "waiting"))).isEqualTo(sunday);
    }

    @Test
    void nightRunsIntoTheNextDateAndBelongsToItsOwn() {
        WorkTime nights = WorkTime.on(SHANGHAI.calendar("nights").hours(FRIDAY, DayHours.of("22:00-06:00")).build());
        assertThat(deadline(nights, SHANGHAI.at("2026-03-02T09:00"), hours(8))).isEqualTo(SHANGHAI.at("2026-03-07T06:00"));
        assertThat(nights.isOpen(SHANGHAI.at("2026-03-06T05:00"))).isFalse();
        assertThat(nights.isOpen(SHANGHAI.at("2026-03-07T05:00"))).isTrue();
    }

    @Test
    void aClosedDateDoesNotCutOffTheNightBefore() {
        WorkTime nights = WorkTime.on(SHANGHAI.calendar("nights").hours(MONDAY, FRIDAY, DayHours.of("22:00-06:00"))
                .specialDate(LocalDate.parse("2026-03-03"), DayHours.CLOSED, "inspection").build());
        assertThat(nights.elapsed(mondayNine, SHANGHAI.at("2026-03-04T12:00"), Pauses.none())).isEqualTo(hours(8));
    }

    @Test
    void pauseOutsideOpeningHoursChangesNothing() {
        Pause lunch = Pause.between(SHANGHAI.at("2026-03-02T12:00"), SHANGHAI.at("2026-03-02T13:00"), "waiting");
        Pause night = Pause.between(SHANGHAI.at("2026-03-02T18:00"), SHANGHAI.at("2026-03-03T09:00"), "waiting");
        assertThat(deadline(office, mondayNine, hours(10), lunch, night)).isEqualTo(deadline(office, mondayNine, hours(10)));
    }

    @Test
    void pauseWithinOpeningHoursMovesTheDeadlineByItsOpenTimeOnly() {
        Pause afternoonAndNight = Pause.between(SHANGHAI.at("2026-03-02T17:00"), SHANGHAI.at("2026-03-03T10:00"), "waiting");
        assertThat(deadline(office, mondayNine, hours(9), afternoonAndNight)).isEqualTo(SHANGHAI.at("2026-03-03T12:00"));
    }

    @Test
    void whilePausedThereIsARemainingTimeInsteadOfADeadline() {
        Instant since = SHANGHAI.at("2026-03-02T11:00");
        Pauses pauses = Pauses.of(Pause.since(since, "waiting for the customer"));
        assertThat(office.deadline(mondayNine, hours(8), pauses)).isEqualTo(new Deadline.Suspended(hours(6), since));
        assertThat(office.remaining(mondayNine, hours(8), SHANGHAI.at("2026-05-01T00:00"), pauses)).isEqualTo(hours(6));
    }

    @Test
    void aTargetReachedBeforeThePauseStaysReached() {
        Pauses pauses = Pauses.of(Pause.since(SHANGHAI.at("2026-03-02T11:00"), "waiting"));
        assertThat(office.deadline(mondayNine, hours(2), pauses).instant()).contains(SHANGHAI.at("2026-03-02T11:00"));
    }

    @Test
    void remainingIsNegativeOnceOverdueAndCountsOpenTimeOnly() {
        assertThat(office.remaining(mondayNine, hours(2), SHANGHAI.at("2026-03-03T09:30"), Pauses.none())).isEqualTo(minutes(-390));
    }

    @Test
    void fractionsOfASecondAreKept() {
        Instant start = mondayNine.plusNanos(123_456_789);
        Duration target = Duration.ofDays(3).plusNanos(987_654_321);
        Instant due = deadline(office, start, target);
        assertThat(office.elapsed(start, due, Pauses.none())).isEqualTo(target);
    }

    @Test
    void warningIsADeadlineWithASmallerTarget() {
        assertThat(office.warning(mondayNine, hours(16), 75, Pauses.none()))
                .isEqualTo(office.deadline(mondayNine, hours(12), Pauses.none()));
        assertThatThrownBy(() -> office.warning(mondayNine, hours(16), -1, Pauses.none())).hasMessageContaining("-1 %").hasMessageContaining("Maybe");
    }

    @Test
    void nextOpenIsNowOrTheNextOpening() {
        assertThat(office.nextOpen(mondayNine)).contains(mondayNine);
        assertThat(office.nextOpen(SHANGHAI.at("2026-03-02T11:59:59"))).contains(SHANGHAI.at("2026-03-02T11:59:59"));
        assertThat(office.nextOpen(SHANGHAI.at("2026-03-06T18:00"))).contains(SHANGHAI.at("2026-03-09T09:00"));
    }

    @Test
    void noOpenTimeWithin400DaysIsAnErrorWithTheCalendarInIt() {
        WorkTime once = WorkTime.on(SHANGHAI.calendar("trade fair").specialDate(LocalDate.parse("2026-03-02"), DayHours.of("09:00-18:00"), "fair").build());
        assertThat(deadline(once, SHANGHAI.at("2025-03-02T09:00"), hours(9))).isEqualTo(SHANGHAI.at("2026-03-02T18:00"));
        assertThatThrownBy(() -> deadline(once, mondayNine, hours(10)))
                .isInstanceOf(NoOpenTimeException.class)
                .hasMessageContaining("400 days").hasMessageContaining("trade fair").hasMessageContaining("2026-03-02T10:00:00Z").hasMessageContaining("Maybe");
        assertThat(once.nextOpen(SHANGHAI.at("2026-03-03T09:00"))).isEmpty();
        assertThat(once.elapsed(mondayNine, SHANGHAI.at("2036-01-01T00:00"), Pauses.none())).isEqualTo(hours(9));
    }

    @Test
    void the400DaysAreExact() {
        WorkTime twice = WorkTime.on(SHANGHAI.calendar("twice")
                .specialDate(LocalDate.parse("2026-01-01"), DayHours.of("00:00-12:00"), "first")
                .specialDate(LocalDate.parse("2026-01-01").plusDays(400), DayHours.of("12:00-13:00"), "second").build());
        Instant start = SHANGHAI.at("2026-01-01T00:00");
        assertThat(twice.elapsed(start, deadline(twice, start, hours(13)), Pauses.none())).isEqualTo(hours(13));
        WorkTime laterByASecond = WorkTime.on(SHANGHAI.calendar("twice")
                .specialDate(LocalDate.parse("2026-01-01"), DayHours.of("00:00-12:00"), "first")
                .specialDate(LocalDate.parse("2026-01-01").plusDays(400), DayHours.of("12:00:01-13:00"), "second").build());
        assertThatThrownBy(() -> deadline(laterByASecond, start, hours(13))).isInstanceOf(NoOpenTimeException.class);
    }

    @Test
    void impossibleQuestionsAreRefusedWithTheirValues() {
        assertThatThrownBy(() -> deadline(office, mondayNine, hours(-1))).hasMessageContaining("PT-1H").hasMessageContaining("Maybe");
        assertThatThrownBy(() -> deadline(office, Instant.MAX, hours(1))).hasMessageContaining("1920 to 2199").hasMessageContaining("Maybe");
        assertThatThrownBy(() -> deadline(office, mondayNine, Duration.ofDays(100 * 365))).hasMessageContaining("2200").hasMessageContaining("Maybe");
        assertThatThrownBy(() -> deadline(office, mondayNine, Duration.ofSeconds(Long.MAX_VALUE))).hasMessageContaining("unit");
        assertThatThrownBy(() -> office.elapsed(mondayNine, mondayNine.minusSeconds(1), Pauses.none())).hasMessageContaining("before").hasMessageContaining("Maybe");
        assertThatThrownBy(() -> Pause.between(mondayNine, mondayNine.minusSeconds(1), "parts")).hasMessageContaining("parts").hasMessageContaining("Maybe");
    }

    @Test
    void alwaysOpenCountsRealTime() {
        WorkTime always = SHANGHAI.alwaysOpen();
        assertThat(deadline(always, mondayNine, Duration.ofDays(1000))).isEqualTo(mondayNine.plus(Duration.ofDays(1000)));
    }

    @Test
    void theWholeSupportedTimeFits() {
        WorkTime always = SHANGHAI.alwaysOpen();
        Instant first = Instant.parse("1920-01-01T00:00:00Z");
        Instant last = Instant.parse("2199-12-31T23:59:59Z");
        assertThat(always.elapsed(first, last, Pauses.none())).isEqualTo(Duration.between(first, last));
        assertThat(deadline(always, first, Duration.between(first, last))).isEqualTo(last);
        assertThatThrownBy(() -> deadline(always, first, Duration.ofDays(285 * 365))).hasMessageContaining("280 years");
        assertThatThrownBy(() -> always.warning(first, Duration.ofSeconds(Long.MAX_VALUE), 200, Pauses.none())).hasMessageContaining("280 years");
    }

    @Test
    void aVersionThatNeverComesDoesNoHarm() {
        WorkTime time = WorkTime.on(CalendarHistory.startingWith(WorkCalendar.alwaysOpen(SHANGHAI.zone()))
                .followedBy(LocalDate.MAX, SHANGHAI.calendar("never").hours(MONDAY, DayHours.ALL_DAY).build()));
        assertThat(time.explain(mondayNine, mondayNine.plusSeconds(60), Pauses.none())).extracting(Segment::calendar).containsExactly("7x24");
    }
}
