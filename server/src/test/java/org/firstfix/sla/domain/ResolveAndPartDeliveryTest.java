package org.firstfix.sla.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.contract.Fault;
import org.firstfix.contract.Milestone;
import org.firstfix.contract.PauseRights;
import org.firstfix.contract.Priority;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.sla.CaseReference;
import org.firstfix.sla.domain.ClockEntry.Kind;
import org.firstfix.sla.domain.MilestoneClock.Status;
import org.firstfix.worktime.WorkCalendar;
import org.firstfix.worktime.WorkTime;
import org.junit.jupiter.api.Test;

/** What is still waited for once the machine works, and what begins to count only when it is asked for. */
class ResolveAndPartDeliveryTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final CalendarKey ALWAYS = new CalendarKey("always", 1, 0, ZONE);
    private static final Times TIMES = key -> WorkTime.on(WorkCalendar.alwaysOpen(ZONE));
    private static final Map<Milestone, Duration> TARGETS = Map.of(Milestone.RESPONSE, Duration.ofHours(1), Milestone.ON_SITE, Duration.ofHours(4),
            Milestone.PART_DELIVERY, Duration.ofHours(24), Milestone.RESTORE, Duration.ofHours(8), Milestone.RESOLVE, Duration.ofHours(72));

    @Test
    void onceItWorksAgainOnlyTheCustomersWordIsWaitedFor() {
        SlaClock clock = started(TARGETS);
        clock.restored(at("02T12:00"), at("02T12:00"));
        assertThat(clock.state().status()).isEqualTo(SlaClock.Status.RUNNING);
        assertThat(of(clock, Milestone.RESTORE).status()).isEqualTo(Status.MET);
        assertThat(of(clock, Milestone.ON_SITE).status()).isEqualTo(Status.CANCELLED);
        assertThat(of(clock, Milestone.RESOLVE).dueAt()).contains(at("05T09:00"));
        clock.resolved(at("03T10:00"), at("03T10:00"));
        assertThat(of(clock, Milestone.RESOLVE).status()).isEqualTo(Status.MET);
        assertThat(clock.state().status()).isEqualTo(SlaClock.Status.STOPPED);
    }

    @Test
    void withoutATargetForItTheClockStopsWhenItWorks() {
        SlaClock clock = started(Map.of(Milestone.RESTORE, Duration.ofHours(8)));
        clock.restored(at("02T12:00"), at("02T12:00"));
        assertThat(clock.state().status()).isEqualTo(SlaClock.Status.STOPPED);
    }

    @Test
    void theCustomersWordTooLateIsMissed() {
        SlaClock clock = started(TARGETS);
        clock.restored(at("02T12:00"), at("02T12:00"));
        clock.look(at("05T09:00:01"));
        assertThat(of(clock, Milestone.RESOLVE).missed()).isTrue();
        clock.resolved(at("06T10:00"), at("06T10:00"));
        assertThat(of(clock, Milestone.RESOLVE).status()).isEqualTo(Status.MISSED);
    }

    @Test
    void reopenedBeforeTheCustomersWordRestoreAndResolveCountOnWithoutTheTimeItWasThoughtToWork() {
        SlaClock clock = started(TARGETS);
        clock.restored(at("02T12:00"), at("02T12:00"));
        clock.restart("坏了", "周敏", at("02T22:00"), at("02T22:00"));
        assertThat(of(clock, Milestone.RESTORE).status()).isEqualTo(Status.RUNNING);
        assertThat(of(clock, Milestone.RESTORE).dueAt()).contains(at("03T03:00"));
        assertThat(of(clock, Milestone.RESOLVE).dueAt()).contains(at("05T19:00"));
    }

    @Test
    void reopenedAfterItTheSame() {
        SlaClock clock = started(TARGETS);
        clock.restored(at("02T12:00"), at("02T12:00"));
        clock.resolved(at("02T15:00"), at("02T15:00"));
        clock.restart("坏了", "周敏", at("02T22:00"), at("02T22:00"));
        assertThat(clock.state().status()).isEqualTo(SlaClock.Status.RUNNING);
        assertThat(of(clock, Milestone.RESOLVE).dueAt()).contains(at("05T19:00"));
        clock.restart("again", "周敏", at("02T23:00"), at("02T23:00"));
        assertThat(clock.state().pauses()).as("it is open already: nothing to reopen").hasSize(1);
    }

    @Test
    void aLateArrivalBeforeItWorkedStillCountsWhileTheCustomersWordIsWaitedFor() {
        SlaClock clock = started(TARGETS);
        clock.restored(at("02T12:00"), at("02T12:00"));
        clock.reach(Milestone.ON_SITE, at("02T11:00"), at("02T18:00"));
        assertThat(of(clock, Milestone.ON_SITE).status()).isEqualTo(Status.MET);
        SlaClock other = started(TARGETS);
        other.restored(at("02T12:00"), at("02T12:00"));
        other.reach(Milestone.ON_SITE, at("02T12:30"), at("02T18:00"));
        assertThat(of(other, Milestone.ON_SITE).status()).as("nobody waited any more").isEqualTo(Status.CANCELLED);
    }

    @Test
    void aPartIsWaitedForOnlyOnceItIsKnownToBeMissing() {
        SlaClock clock = started(TARGETS);
        assertThat(of(clock, Milestone.PART_DELIVERY).status()).isEqualTo(Status.NOT_BEGUN);
        clock.reach(Milestone.PART_DELIVERY, at("02T10:00"), at("02T10:00"));
        clock.look(at("04T10:00"));
        assertThat(of(clock, Milestone.PART_DELIVERY).status()).isEqualTo(Status.NOT_BEGUN);
    }

    @Test
    void itsTimeCountsFromThenOn() {
        SlaClock clock = started(TARGETS);
        clock.begin(Milestone.PART_DELIVERY, at("02T13:00"), at("02T13:05"));
        assertThat(of(clock, Milestone.PART_DELIVERY).dueAt()).contains(at("03T13:00"));
        assertThat(clock.newEntries()).extracting(ClockEntry::kind).containsExactly(Kind.STARTED, Kind.BEGUN);
        clock.begin(Milestone.PART_DELIVERY, at("02T15:00"), at("02T15:00"));
        assertThat(of(clock, Milestone.PART_DELIVERY).dueAt()).as("already waited for").contains(at("03T13:00"));
        clock.reach(Milestone.PART_DELIVERY, at("03T12:59"), at("03T12:59"));
        assertThat(of(clock, Milestone.PART_DELIVERY).status()).isEqualTo(Status.MET);
        var reading = new ClockReading(clock.state(), TIMES, at("03T13:00"));
        assertThat(reading.explain(of(clock, Milestone.PART_DELIVERY)).getFirst().start()).isEqualTo(at("02T13:00"));
    }

    @Test
    void aSecondPartIsWaitedForAnewUnlessTheFirstWasLate() {
        SlaClock clock = started(TARGETS);
        clock.begin(Milestone.PART_DELIVERY, at("02T13:00"), at("02T13:00"));
        clock.reach(Milestone.PART_DELIVERY, at("02T20:00"), at("02T20:00"));
        clock.begin(Milestone.PART_DELIVERY, at("03T08:00"), at("03T08:00"));
        assertThat(of(clock, Milestone.PART_DELIVERY).dueAt()).contains(at("04T08:00"));
        clock.look(at("04T08:01"));
        clock.reach(Milestone.PART_DELIVERY, at("04T09:00"), at("04T09:00"));
        clock.begin(Milestone.PART_DELIVERY, at("05T08:00"), at("05T08:00"));
        assertThat(of(clock, Milestone.PART_DELIVERY).status()).as("missed stays missed").isEqualTo(Status.MISSED);
    }

    @Test
    void otherTermsReachAPartThatNobodyHasAskedForYet() {
        SlaClock clock = started(TARGETS);
        clock.changeTerms(new SlaClock.Promise("strict", Optional.empty(), Fault.of(Priority.P1), ALWAYS,
                Map.of(Milestone.PART_DELIVERY, Duration.ofHours(4)), PauseRights.NONE), "升级", at("02T10:00"), at("02T10:00"));
        assertThat(of(clock, Milestone.PART_DELIVERY).status()).isEqualTo(Status.NOT_BEGUN);
        clock.begin(Milestone.PART_DELIVERY, at("02T13:00"), at("02T13:00"));
        assertThat(of(clock, Milestone.PART_DELIVERY).dueAt()).contains(at("02T17:00"));
    }

    private static SlaClock started(Map<Milestone, Duration> targets) {
        return SlaClock.start(UUID.randomUUID(), new CaseReference(UUID.randomUUID(), "C-1"), new SlaClock.Promise("7x24x4", Optional.empty(),
                Fault.of(Priority.P2), ALWAYS, targets, PauseRights.NONE), at("02T09:00"), new OrgPath("house"), TIMES, at("02T09:00"));
    }

    private static MilestoneClock of(SlaClock clock, Milestone kind) {
        return clock.state().milestones().stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
    }

    private static Instant at(String dayAndTime) {
        return LocalDateTime.parse("2026-03-" + dayAndTime).atZone(ZONE).toInstant();
    }
}
