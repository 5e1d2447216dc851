package org.firstfix.sla.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.firstfix.contract.Fault;
import org.firstfix.contract.Milestone;
import org.firstfix.contract.PauseReason;
import org.firstfix.contract.PauseRight;
import org.firstfix.contract.PauseRights;
import org.firstfix.contract.Priority;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.sla.CaseReference;
import org.firstfix.sla.PausedTime;
import org.firstfix.sla.domain.ClockEntry.Kind;
import org.firstfix.worktime.DayHours;
import org.firstfix.worktime.WorkCalendar;
import org.firstfix.worktime.WorkTime;
import org.junit.jupiter.api.Test;

/**
 * A clock from Monday 2026-03-02 at 09:00, on site within nine working hours. The customer may be not ready for four working
 * hours with evidence, and away from the site for nine without.
 */
class PausesOfAClockTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final CalendarKey OFFICE = new CalendarKey("office", 1, 1, ZONE);
    private static final PauseRights RIGHTS = new PauseRights(List.of(new PauseRight(PauseReason.CUSTOMER_NOT_READY, true, 240),
            new PauseRight(PauseReason.NOT_ON_SITE, false, 540)));
    private static final String NOT_READY = "CUSTOMER_NOT_READY";
    private static final Times TIMES = PausesOfAClockTest::time;

    @Test
    void aReasonWithoutRightIsRefusedAndChangesNothing() {
        SlaClock clock = reread(started(), c -> {});
        SlaClock.State before = clock.state();
        assertThatThrownBy(() -> clock.pause("CUSTOMER_REFUSED", "said no", "周敏", at("02T12:00"), at("02T12:00")))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code()).isEqualTo("sla.pause-not-permitted"));
        assertThat(clock.state()).isEqualTo(before);
        assertThat(clock.newEntries()).isEmpty();
    }

    @Test
    void aRightThatAsksForEvidenceIsRefusedWithout() {
        SlaClock clock = reread(started(), c -> {});
        assertThatThrownBy(() -> clock.pause(NOT_READY, " ", "周敏", at("02T12:00"), at("02T12:00")))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fields().getFirst().field()).isEqualTo("evidence"));
        assertThat(clock.newEntries()).isEmpty();
    }

    @Test
    void whileItLastsThereIsNoDeadlineAlthoughItsEndIsKnown() {
        SlaClock clock = paused("02T12:00");
        assertThat(onSite(clock).dueAt()).isEmpty();
        assertThat(onSite(clock).remaining()).contains(Duration.ofHours(6));
        assertThat(clock.state().openPause().orElseThrow().limitAt()).contains(at("02T16:00"));
    }

    @Test
    void theLongestDurationCountsInTheHoursOfTheCalendar() {
        SlaClock clock = paused("02T16:30");
        assertThat(clock.state().openPause().orElseThrow().limitAt()).as("an hour and a half on Monday, the rest on Tuesday").contains(at("03T11:30"));
    }

    @Test
    void atItsLongestItEndsByItselfAtThatVeryInstantHoweverLateItIsNoticed() {
        SlaClock clock = reread(paused("02T12:00"), c -> {});
        clock.look(at("02T15:59:59"));
        assertThat(clock.newEntries()).isEmpty();
        clock.look(at("03T08:00"));
        assertThat(clock.state().status()).isEqualTo(SlaClock.Status.RUNNING);
        assertThat(onSite(clock).dueAt()).contains(at("03T13:00"));
        assertKinds(clock, Kind.PAUSE_RAN_OUT);
        ClockEntry line = clock.newEntries().getFirst();
        assertThat(line.occurredAt()).isEqualTo(at("02T16:00"));
        assertThat(line.reason()).isEqualTo(NOT_READY);
        assertThat(line.details()).containsEntry("longestMinutes", 240L);
    }

    @Test
    void itEndsOnlyOnce() {
        SlaClock clock = reread(paused("02T12:00"), c -> c.look(at("02T16:00")));
        clock.look(at("02T16:00:03"));
        assertThat(clock.newEntries()).isEmpty();
    }

    @Test
    void whatWasDueMeanwhileIsMissedAtItsTrueInstant() {
        SlaClock clock = reread(paused("02T12:00"), c -> {});
        clock.look(at("03T15:00"));
        assertKinds(clock, Kind.PAUSE_RAN_OUT, Kind.MISSED);
        assertThat(clock.news()).containsExactly(new SlaClock.News(Milestone.ON_SITE, at("03T13:00"), at("03T13:00"), true));
    }

    @Test
    void resumingBeforeTheEndIsAnOrdinaryResume() {
        SlaClock clock = reread(paused("02T12:00"), c -> {});
        clock.resume(at("02T14:00"), at("02T18:00"));
        assertKinds(clock, Kind.RESUMED);
        assertThat(onSite(clock).dueAt()).contains(at("03T11:00"));
    }

    @Test
    void resumingAfterTheEndFindsItEndedEvenIfTheJobSlept() {
        SlaClock clock = reread(paused("02T12:00"), c -> {});
        clock.resume(at("02T17:00"), at("02T17:00"));
        assertKinds(clock, Kind.PAUSE_RAN_OUT);
        assertThat(onSite(clock).dueAt()).contains(at("03T13:00"));
    }

    @Test
    void aResumeThatArrivesLateShortensAPauseThatHadEndedByItself() {
        SlaClock clock = reread(paused("02T12:00"), c -> c.look(at("02T16:00")));
        clock.resume(at("02T13:00"), at("02T19:00"));
        assertKinds(clock, Kind.CORRECTED);
        assertThat(clock.newEntries().getFirst().details()).containsEntry("endBefore", at("02T16:00").toString())
                .containsEntry("pausedUntil", at("02T13:00").toString());
        assertThat(onSite(clock).dueAt()).contains(at("03T10:00"));
        assertThat(clock.state().pauses().getFirst().ranOut()).isFalse();
    }

    @Test
    void aResumeOutsideEveryPauseChangesNothing() {
        SlaClock clock = reread(paused("02T12:00"), c -> c.look(at("02T16:00")));
        clock.resume(at("02T16:00"), at("02T19:00"));
        clock.resume(at("02T11:00"), at("02T19:00"));
        assertThat(clock.newEntries()).isEmpty();
    }

    @Test
    void aCheckInThatArrivesLateProvesThatNobodyWaitedAnyMore() {
        SlaClock clock = reread(paused("02T12:00"), c -> c.resume(at("02T15:00"), at("02T15:00")));
        clock.reach(Milestone.ON_SITE, at("02T14:00"), at("02T19:00"));
        assertKinds(clock, Kind.CORRECTED, Kind.REACHED);
        assertThat(clock.state().pauses().getFirst().endedAt()).contains(at("02T14:00"));
        assertThat(onSite(clock).status()).isEqualTo(MilestoneClock.Status.MET);
    }

    @Test
    void aResponseDuringAPauseProvesNothing() {
        SlaClock clock = reread(paused("02T12:00"), c -> c.resume(at("02T15:00"), at("02T15:00")));
        clock.reach(Milestone.RESPONSE, at("02T14:00"), at("02T19:00"));
        assertThat(clock.state().pauses().getFirst().endedAt()).contains(at("02T15:00"));
    }

    @Test
    void aShorterPauseMayTurnWhatWasReachedInTimeIntoAMiss() {
        SlaClock clock = reread(paused("02T12:00"), c -> {
            c.look(at("02T16:00"));
            c.reach(Milestone.ON_SITE, at("03T12:00"), at("03T12:00"));
        });
        assertThat(onSite(clock).status()).isEqualTo(MilestoneClock.Status.MET);
        clock.resume(at("02T13:00"), at("03T15:00"));
        assertThat(onSite(clock).missed()).as("due at ten o'clock after all").isTrue();
        assertKinds(clock, Kind.MISSED, Kind.CORRECTED);
    }

    @Test
    void aPauseReportedLateEndsAtItsLongestToo() {
        SlaClock clock = reread(started(), c -> {});
        clock.pause(NOT_READY, "off line", "王伟", at("02T10:00"), at("02T17:00"));
        assertKinds(clock, Kind.PAUSED, Kind.PAUSE_RAN_OUT);
        assertThat(clock.newEntries().getLast().occurredAt()).isEqualTo(at("02T14:00"));
        assertThat(clock.state().status()).isEqualTo(SlaClock.Status.RUNNING);
        assertThat(onSite(clock).dueAt()).contains(at("03T13:00"));
    }

    @Test
    void aPauseReportedLateTakesBackAMiss() {
        SlaClock clock = reread(started(), c -> c.look(at("02T18:30")));
        assertThat(onSite(clock).missed()).isTrue();
        clock.pause(NOT_READY, "off line", "王伟", at("02T16:00"), at("02T18:40"));
        assertThat(onSite(clock).missed()).isFalse();
        assertKinds(clock, Kind.CORRECTED, Kind.PAUSED);
    }

    @Test
    void aPauseReportedLateEndsWhereTheClockStoodStillForAnotherReason() {
        SlaClock clock = reread(started(), c -> {
            c.pause("NOT_ON_SITE", "", "周敏", at("02T15:00"), at("02T15:00"));
            c.resume(at("02T16:00"), at("02T16:00"));
        });
        clock.pause(NOT_READY, "off line", "王伟", at("02T13:00"), at("02T17:00"));
        assertKinds(clock, Kind.CORRECTED);
        assertThat(clock.state().status()).as("it was resumed since").isEqualTo(SlaClock.Status.RUNNING);
        assertThat(onSite(clock).dueAt()).as("three hours later").contains(at("03T12:00"));
    }

    @Test
    void aPauseOfTheSameReasonIsOneWithTheLaterAndTogetherTheyPassNoLimit() {
        SlaClock clock = reread(paused("02T14:00"), c -> {});
        clock.pause(NOT_READY, "off line", "王伟", at("02T11:00"), at("02T16:00"));
        assertKinds(clock, Kind.CORRECTED, Kind.PAUSE_RAN_OUT);
        assertThat(clock.state().pauses()).hasSize(1);
        assertThat(clock.state().pauses().getFirst().endedAt()).contains(at("02T15:00"));
    }

    @Test
    void whatIsPausedAlreadyIsNotPausedAgain() {
        SlaClock clock = reread(paused("02T12:00"), c -> {});
        clock.pause("NOT_ON_SITE", "", "王伟", at("02T13:00"), at("02T13:00"));
        assertThat(clock.newEntries()).isEmpty();
    }

    @Test
    void stoppingAfterTheEndDoesNotLengthenThePause() {
        SlaClock clock = reread(paused("02T12:00"), c -> {});
        clock.stop(at("02T18:00"), at("02T18:00"));
        assertKinds(clock, Kind.PAUSE_RAN_OUT, Kind.STOPPED);
        assertThat(clock.state().pauses().getFirst().endedAt()).contains(at("02T16:00"));
    }

    @Test
    void otherTermsBringOtherRightsButLeaveThePauseUnderWayItsOwn() {
        SlaClock clock = reread(paused("02T12:00"), c -> {});
        clock.changeTerms(new SlaClock.Promise("strict", Optional.empty(), Fault.of(Priority.P1), OFFICE, Map.of(Milestone.ON_SITE, Duration.ofHours(9)),
                PauseRights.NONE), "", at("02T13:00"), at("02T13:00"));
        clock.look(at("02T16:00"));
        assertThat(clock.state().pauses().getFirst().endedAt()).contains(at("02T16:00"));
        assertThatThrownBy(() -> clock.pause(NOT_READY, "again", "x", at("02T17:00"), at("02T17:00"))).isInstanceOf(Problem.class);
    }

    @Test
    void aNewerCalendarMovesTheEndOfThePauseUnderWay() {
        SlaClock clock = reread(paused("02T16:30"), c -> {});
        clock.followCalendar(2, 1, "longer hours", at("02T17:00"));
        assertThat(clock.state().openPause().orElseThrow().limitAt()).as("open until 20:00 now").contains(at("03T09:30"));
    }

    @Test
    void tellsHowLongItStoodStillInWorkingTimeAndByWhom() {
        SlaClock clock = reread(paused("02T16:30"), c -> c.look(at("03T12:00")));
        List<PausedTime> pauses = new ClockReading(clock.state(), TIMES, at("03T12:00")).pauses();
        assertThat(pauses).singleElement().satisfies(pause -> {
            assertThat(pause.workingSeconds()).as("not the night").isEqualTo(4 * 3600);
            assertThat(pause.pausedBy()).isEqualTo("周敏");
            assertThat(pause.evidence()).isEqualTo("no power in the room");
            assertThat(pause.ranOut()).isTrue();
        });
        assertThat(new ClockReading(clock.state(), TIMES, at("03T12:00")).summary().pauseRanOutAt()).contains(at("03T11:30"));
    }

    private static SlaClock started() {
        return SlaClock.start(UUID.randomUUID(), new CaseReference(UUID.randomUUID(), "C-1"), new SlaClock.Promise("5x9", Optional.empty(),
                Fault.of(Priority.P2), OFFICE, Map.of(Milestone.ON_SITE, Duration.ofHours(9)), RIGHTS), at("02T09:00"), new OrgPath("house"), TIMES,
                at("02T09:00"));
    }

    private static SlaClock paused(String local) {
        SlaClock clock = started();
        clock.pause(NOT_READY, "no power in the room", "周敏", at(local), at(local));
        return clock;
    }

    /** As the storage would give it back. */
    private static SlaClock reread(SlaClock clock, Consumer<SlaClock> change) {
        change.accept(clock);
        return new SlaClock(clock.state(), TIMES);
    }

    private static MilestoneClock onSite(SlaClock clock) {
        return clock.state().milestones().stream().filter(one -> one.kind() == Milestone.ON_SITE).findFirst().orElseThrow();
    }

    private static void assertKinds(SlaClock clock, Kind... kinds) {
        assertThat(clock.newEntries()).extracting(ClockEntry::kind).containsExactly(kinds);
    }

    private static WorkTime time(CalendarKey key) {
        return WorkTime.on(WorkCalendar.named(key.code()).version(String.valueOf(key.version())).zone(ZONE)
                .hours(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, DayHours.of(key.version() == 1 ? "09:00-18:00" : "09:00-20:00")).build());
    }

    /** In March 2026, in Shanghai: 02T09:00 is the Monday. */
    private static Instant at(String dayAndTime) {
        return LocalDateTime.parse("2026-03-" + dayAndTime).atZone(ZONE).toInstant();
    }
}
