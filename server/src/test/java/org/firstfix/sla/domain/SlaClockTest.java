package org.firstfix.sla.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.firstfix.contract.Fault;
import org.firstfix.contract.Milestone;
import org.firstfix.contract.PauseReason;
import org.firstfix.contract.PauseRight;
import org.firstfix.contract.PauseRights;
import org.firstfix.contract.Priority;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.sla.CaseReference;
import org.firstfix.sla.domain.ClockEntry.Kind;
import org.firstfix.sla.domain.MilestoneClock.Status;
import org.firstfix.worktime.DayHours;
import org.firstfix.worktime.OfficialDays;
import org.firstfix.worktime.Segment;
import org.firstfix.worktime.WorkCalendar;
import org.firstfix.worktime.WorkTime;
import org.junit.jupiter.api.Test;

/** Monday 2026-03-02 at 09:00 in Shanghai is the start of most clocks here. */
class SlaClockTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final CalendarKey OFFICE = new CalendarKey("office", 1, 1, ZONE);
    private static final CalendarKey ALWAYS = new CalendarKey("always", 1, 1, ZONE);
    private static final Map<Milestone, Duration> TARGETS = Map.of(Milestone.RESPONSE, Duration.ofHours(1),
            Milestone.ON_SITE, Duration.ofHours(9), Milestone.RESTORE, Duration.ofHours(18));
    /** Every reason without evidence, for longer than anything here lasts. */
    private static final PauseRights ANY = new PauseRights(Stream.of(PauseReason.values())
            .map(reason -> new PauseRight(reason, false, Duration.ofHours(900).toMinutes())).toList());
    private static final Times TIMES = SlaClockTest::time;

    @Test
    void startsEveryMilestoneWithItsDeadlineAndWarning() {
        SlaClock clock = started();
        assertDue(clock, Milestone.RESPONSE, "2026-03-02T10:00");
        assertDue(clock, Milestone.ON_SITE, "2026-03-02T18:00");
        assertDue(clock, Milestone.RESTORE, "2026-03-03T18:00");
        assertThat(milestone(clock, Milestone.ON_SITE).warnAt()).contains(at("2026-03-02T15:45"));
        assertKinds(clock, Kind.STARTED);
    }

    @Test
    void reachedInTimeIsMetAtTheVerySecond() {
        SlaClock clock = started();
        clock.reach(Milestone.RESPONSE, at("2026-03-02T10:00"), at("2026-03-02T10:00"));
        assertThat(milestone(clock, Milestone.RESPONSE).status()).isEqualTo(Status.MET);
        assertThat(clock.news()).isEmpty();
        assertKinds(clock, Kind.STARTED, Kind.REACHED);
    }

    @Test
    void reachedTooLateIsMissedAndAnnouncedOnce() {
        SlaClock clock = started();
        clock.reach(Milestone.RESPONSE, at("2026-03-02T10:00:01"), at("2026-03-02T10:00:02"));
        assertThat(milestone(clock, Milestone.RESPONSE).missed()).isTrue();
        assertThat(clock.news()).containsExactly(new SlaClock.News(Milestone.RESPONSE, at("2026-03-02T10:00"), at("2026-03-02T10:00"), true));
        SlaClock again = new SlaClock(clock.state(), TIMES);
        again.look(at("2026-03-02T11:00"));
        assertThat(again.news()).isEmpty();
    }

    @Test
    void aSecondTimeChangesNothing() {
        SlaClock clock = reread(started(), c -> c.reach(Milestone.RESPONSE, at("2026-03-02T09:30"), at("2026-03-02T09:30")));
        clock.reach(Milestone.RESPONSE, at("2026-03-02T09:45"), at("2026-03-02T09:45"));
        assertThat(milestone(clock, Milestone.RESPONSE).reachedAt()).contains(at("2026-03-02T09:30"));
        assertThat(clock.newEntries()).isEmpty();
    }

    @Test
    void anEarlierTrueTimeCorrectsAVerdictWithALineSayingSo() {
        SlaClock late = reread(started(), c -> c.look(at("2026-03-02T18:30")));
        assertThat(milestone(late, Milestone.ON_SITE).status()).isEqualTo(Status.MISSED);
        // The engineer's phone was off line: he arrived at 17:50.
        late.reach(Milestone.ON_SITE, at("2026-03-02T17:50"), at("2026-03-02T19:00"));
        assertThat(milestone(late, Milestone.ON_SITE).status()).isEqualTo(Status.MET);
        assertThat(milestone(late, Milestone.ON_SITE).missed()).isFalse();
        assertKinds(late, Kind.CORRECTED);
        assertThat(late.newEntries().getLast().details()).containsEntry("wasMissed", true).containsEntry("missed", false);
    }

    @Test
    void anEarlierTrueTimeReplacesALaterOne() {
        SlaClock clock = reread(started(), c -> c.reach(Milestone.RESPONSE, at("2026-03-02T11:00"), at("2026-03-02T11:00")));
        clock.reach(Milestone.RESPONSE, at("2026-03-02T09:20"), at("2026-03-02T12:00"));
        assertThat(milestone(clock, Milestone.RESPONSE).status()).isEqualTo(Status.MET);
        assertKinds(clock, Kind.CORRECTED);
        assertThat(clock.newEntries().getLast().details()).containsEntry("before", at("2026-03-02T11:00").toString());
    }

    @Test
    void pausedThereIsNoDeadlineButTimeLeft() {
        SlaClock clock = started();
        clock.pause("WAITING_FOR_CUSTOMER", "asked for the log", "周敏", at("2026-03-02T12:00"), at("2026-03-02T12:00"));
        MilestoneClock onSite = milestone(clock, Milestone.ON_SITE);
        assertThat(onSite.status()).isEqualTo(Status.PAUSED);
        assertThat(onSite.dueAt()).isEmpty();
        assertThat(onSite.remaining()).contains(Duration.ofHours(6));
        assertThat(clock.state().status()).isEqualTo(SlaClock.Status.PAUSED);
    }

    @Test
    void resumedItCountsOnWhereItStood() {
        SlaClock clock = started();
        clock.pause("WAITING_FOR_CUSTOMER", "", "周敏", at("2026-03-02T12:00"), at("2026-03-02T12:00"));
        clock.resume(at("2026-03-03T10:00"), at("2026-03-03T10:00"));
        // Three hours were used on Monday; six are left from Tuesday ten o'clock.
        assertDue(clock, Milestone.ON_SITE, "2026-03-03T16:00");
        assertDue(clock, Milestone.RESTORE, "2026-03-04T16:00");
        assertKinds(clock, Kind.STARTED, Kind.PAUSED, Kind.RESUMED);
    }

    @Test
    void pausingTwiceOrResumingWhatRunsChangesNothing() {
        SlaClock clock = started();
        clock.resume(at("2026-03-02T11:00"), at("2026-03-02T11:00"));
        clock.pause("CUSTOMER_NOT_READY", "", "x", at("2026-03-02T12:00"), at("2026-03-02T12:00"));
        clock.pause("WAITING_FOR_CUSTOMER", "", "y", at("2026-03-02T13:00"), at("2026-03-02T13:00"));
        assertKinds(clock, Kind.STARTED, Kind.PAUSED);
    }

    @Test
    void aPauseThatBecomesKnownLateTakesTheVerdictBack() {
        SlaClock clock = reread(started(), c -> c.look(at("2026-03-02T18:30")));
        clock.pause("CUSTOMER_NOT_READY", "no power in the room", "王伟", at("2026-03-02T15:00"), at("2026-03-02T19:00"));
        assertThat(milestone(clock, Milestone.ON_SITE).status()).isEqualTo(Status.PAUSED);
        assertThat(milestone(clock, Milestone.ON_SITE).missed()).isFalse();
        assertThat(milestone(clock, Milestone.RESPONSE).missed()).as("it ran out before the pause").isTrue();
        assertKinds(clock, Kind.CORRECTED, Kind.PAUSED);
    }

    @Test
    void reachedDuringAPauseItIsMetIfTimeWasLeft() {
        SlaClock clock = started();
        clock.reach(Milestone.RESPONSE, at("2026-03-02T09:10"), at("2026-03-02T09:10"));
        clock.pause("CUSTOMER_NOT_READY", "", "x", at("2026-03-02T12:00"), at("2026-03-02T12:00"));
        clock.reach(Milestone.ON_SITE, at("2026-03-03T08:00"), at("2026-03-03T08:00"));
        assertThat(milestone(clock, Milestone.ON_SITE).status()).isEqualTo(Status.MET);
    }

    @Test
    void newTermsCountFromTheOriginalStartAndLeaveTheReachedAlone() {
        SlaClock clock = started();
        clock.reach(Milestone.RESPONSE, at("2026-03-02T09:50"), at("2026-03-02T09:50"));
        clock.changeTerms(new SlaClock.Promise("7x24x4", Optional.empty(), Fault.of(Priority.P1), ALWAYS, Map.of(Milestone.RESPONSE,
                Duration.ofMinutes(15), Milestone.ON_SITE, Duration.ofHours(4), Milestone.RESTORE, Duration.ofHours(8)), ANY),
                "the machine stands still", at("2026-03-02T10:00"), at("2026-03-02T10:00"));
        assertThat(milestone(clock, Milestone.RESPONSE).status()).isEqualTo(Status.MET);
        assertThat(milestone(clock, Milestone.RESPONSE).target()).isEqualTo(Duration.ofHours(1));
        assertDue(clock, Milestone.ON_SITE, "2026-03-02T13:00");
        assertDue(clock, Milestone.RESTORE, "2026-03-02T17:00");
        assertThat(clock.newEntries().getLast().reason()).isEqualTo("the machine stands still");
    }

    @Test
    void newTermsLeaveTheMissedMissed() {
        SlaClock clock = reread(started(), c -> c.look(at("2026-03-02T10:30")));
        clock.changeTerms(new SlaClock.Promise("lax", Optional.empty(), Fault.of(Priority.P4), OFFICE, Map.of(Milestone.RESPONSE,
                Duration.ofHours(8), Milestone.ON_SITE, Duration.ofHours(18)), ANY), "", at("2026-03-02T10:30"), at("2026-03-02T10:30"));
        assertThat(milestone(clock, Milestone.RESPONSE).missed()).isTrue();
        assertDue(clock, Milestone.ON_SITE, "2026-03-03T18:00");
        assertThat(milestone(clock, Milestone.RESTORE).status()).as("no longer promised").isEqualTo(Status.CANCELLED);
    }

    @Test
    void stoppedWhatWasNotReachedIsCancelledAndWhatRanOutIsMissed() {
        SlaClock clock = started();
        clock.stop(at("2026-03-02T11:00"), at("2026-03-02T11:00"));
        assertThat(milestone(clock, Milestone.RESPONSE).status()).isEqualTo(Status.MISSED);
        assertThat(milestone(clock, Milestone.ON_SITE).status()).isEqualTo(Status.CANCELLED);
        assertThat(clock.news()).hasSize(1);
        assertKinds(clock, Kind.STARTED, Kind.MISSED, Kind.STOPPED);
        clock.pause("WAITING_FOR_CUSTOMER", "", "x", at("2026-03-02T12:00"), at("2026-03-02T12:00"));
        clock.reach(Milestone.ON_SITE, at("2026-03-02T12:00"), at("2026-03-02T12:00"));
        assertKinds(clock, Kind.STARTED, Kind.MISSED, Kind.STOPPED);
    }

    @Test
    void anArrivalBeforeTheStopThatBecomesKnownAfterItStillCounts() {
        SlaClock clock = started();
        clock.stop(at("2026-03-02T16:00"), at("2026-03-02T16:00"));
        clock.reach(Milestone.ON_SITE, at("2026-03-02T14:00"), at("2026-03-02T17:00"));
        assertThat(milestone(clock, Milestone.ON_SITE).status()).isEqualTo(Status.MET);
        assertThat(clock.newEntries().getLast().kind()).isEqualTo(Kind.CORRECTED);
    }

    @Test
    void reopenedRestoreCountsOnFromWhenTheMachineWasThoughtToWork() {
        SlaClock clock = started();
        clock.reach(Milestone.RESTORE, at("2026-03-02T15:00"), at("2026-03-02T15:00"));
        clock.stop(at("2026-03-02T16:00"), at("2026-03-02T16:00"));
        clock.restart("it fails again", "周敏", at("2026-03-04T09:00"), at("2026-03-04T09:00"));
        // Six of eighteen hours were used; twelve are left from Wednesday nine o'clock.
        assertDue(clock, Milestone.RESTORE, "2026-03-05T12:00");
        assertThat(milestone(clock, Milestone.RESTORE).status()).isEqualTo(Status.RUNNING);
        assertThat(milestone(clock, Milestone.ON_SITE).status()).isEqualTo(Status.CANCELLED);
        assertThat(clock.state().status()).isEqualTo(SlaClock.Status.RUNNING);
        clock.restart("again", "周敏", at("2026-03-04T10:00"), at("2026-03-04T10:00"));
        assertThat(clock.newEntries().stream().filter(entry -> entry.kind() == Kind.RESTARTED)).hasSize(1);
    }

    @Test
    void reopenedWhatWasMissedStaysMissed() {
        SlaClock clock = started();
        clock.reach(Milestone.RESTORE, at("2026-03-04T10:00"), at("2026-03-04T10:00"));
        clock.stop(at("2026-03-04T11:00"), at("2026-03-04T11:00"));
        clock.restart("", "x", at("2026-03-05T09:00"), at("2026-03-05T09:00"));
        assertThat(milestone(clock, Milestone.RESTORE).status()).isEqualTo(Status.MISSED);
        assertThat(milestone(clock, Milestone.RESTORE).awaited()).isTrue();
    }

    @Test
    void looksOnceAtAWarningAndOnceAtAMiss() {
        SlaClock clock = started();
        clock.reach(Milestone.RESPONSE, at("2026-03-02T09:10"), at("2026-03-02T09:10"));
        clock.look(at("2026-03-02T15:44"));
        assertThat(clock.news()).isEmpty();
        clock.look(at("2026-03-02T15:45"));
        clock.look(at("2026-03-02T15:46"));
        assertThat(clock.news()).extracting(SlaClock.News::missed).containsExactly(false);
        clock.look(at("2026-03-02T18:00"));
        assertThat(clock.news()).as("the last second is in time").hasSize(1);
        clock.look(at("2026-03-02T18:00:01"));
        clock.look(at("2026-03-02T18:10"));
        assertThat(clock.news()).extracting(SlaClock.News::missed).containsExactly(false, true);
    }

    @Test
    void missedWithoutAWarningIsOnlyMissed() {
        SlaClock clock = started();
        clock.look(at("2026-03-02T10:30"));
        assertThat(clock.news()).extracting(SlaClock.News::missed).containsExactly(true);
    }

    @Test
    void aHolidayAndAMakeUpDayMoveTheDeadline() {
        // Wednesday 2026-09-30; the notice here closes Thursday and opens Saturday.
        SlaClock clock = startedAt("2026-09-30T17:00");
        assertDue(clock, Milestone.ON_SITE, "2026-10-02T17:00");
        SlaClock weekend = startedAt("2026-10-02T17:00");
        assertDue(weekend, Milestone.ON_SITE, "2026-10-03T17:00");
    }

    @Test
    void aNewCalendarMovesOnlyWhatIsOpen() {
        SlaClock clock = started();
        clock.reach(Milestone.RESPONSE, at("2026-03-02T09:30"), at("2026-03-02T09:30"));
        clock.followCalendar(2, 1, "longer hours", at("2026-03-02T10:00"));
        assertDue(clock, Milestone.ON_SITE, "2026-03-02T18:00");
        assertDue(clock, Milestone.RESTORE, "2026-03-03T15:00");
        assertThat(milestone(clock, Milestone.RESPONSE).calendar().version()).isEqualTo(1);
        assertThat(clock.newEntries().getLast().kind()).isEqualTo(Kind.CALENDAR_CHANGED);
    }

    @Test
    void showsItsBandByTheMilestoneThatIsDueNext() {
        SlaClock clock = started();
        assertThat(band(clock, "2026-03-02T09:20")).isEqualTo("CALM");
        assertThat(band(clock, "2026-03-02T09:30")).isEqualTo("WARM");
        assertThat(band(clock, "2026-03-02T09:45")).isEqualTo("HOT");
        assertThat(band(clock, "2026-03-02T10:00:01")).isEqualTo("MISSED");
        clock.reach(Milestone.RESPONSE, at("2026-03-02T11:00"), at("2026-03-02T11:00"));
        assertThat(band(clock, "2026-03-02T11:00")).isEqualTo("CALM");
        clock.pause("WAITING_FOR_CUSTOMER", "", "x", at("2026-03-02T12:00"), at("2026-03-02T12:00"));
        assertThat(band(clock, "2026-03-02T13:00")).isEqualTo("PAUSED");
        clock.stop(at("2026-03-02T14:00"), at("2026-03-02T14:00"));
        assertThat(band(clock, "2026-03-02T15:00")).isEqualTo("DONE");
    }

    @Test
    void explainsADeadlineByItsSegments() {
        SlaClock clock = started();
        clock.pause("WAITING_FOR_CUSTOMER", "", "x", at("2026-03-02T12:00"), at("2026-03-02T12:00"));
        clock.resume(at("2026-03-02T13:00"), at("2026-03-02T13:00"));
        var reading = new ClockReading(clock.state(), TIMES, at("2026-03-02T13:00"));
        var segments = reading.explain(milestone(clock, Milestone.ON_SITE));
        assertThat(segments.stream().filter(s -> s.kind() == Segment.Kind.OPEN)
                .map(Segment::duration).reduce(Duration.ZERO, Duration::plus)).isEqualTo(Duration.ofHours(9));
        assertThat(segments.getLast().end()).isEqualTo(at("2026-03-03T10:00"));
    }

    @Test
    void tellsYearsWhoseOfficialDaysAreUnknown() {
        SlaClock clock = startedAt("2026-12-31T17:00");
        assertThat(new ClockReading(clock.state(), TIMES, at("2026-12-31T17:00")).unconfirmedYears()).containsExactly(2027);
        assertThat(new ClockReading(started().state(), TIMES, at("2026-03-02T09:00")).unconfirmedYears()).isEmpty();
    }

    private static SlaClock started() {
        return startedAt("2026-03-02T09:00");
    }

    private static SlaClock startedAt(String local) {
        return SlaClock.start(UUID.randomUUID(), new CaseReference(UUID.randomUUID(), "C-1"),
                new SlaClock.Promise("5x9", Optional.empty(), Fault.of(Priority.P2), OFFICE, TARGETS, ANY), at(local), new OrgPath("house"), TIMES, at(local));
    }

    /** As the storage would give it back. */
    private static SlaClock reread(SlaClock clock, Consumer<SlaClock> change) {
        change.accept(clock);
        return new SlaClock(clock.state(), TIMES);
    }

    private static WorkTime time(CalendarKey key) {
        if (key.code().equals("always")) {
            return WorkTime.on(WorkCalendar.alwaysOpen(ZONE));
        }
        String hours = key.version() == 1 ? "09:00-18:00" : "06:00-18:00";
        return WorkTime.on(WorkCalendar.named(key.code()).version(String.valueOf(key.version())).zone(ZONE)
                .hours(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, DayHours.of(hours))
                .officialDays(new OfficialDays("fake", Map.of(LocalDate.parse("2026-10-01"), "国庆节"),
                        Map.of(LocalDate.parse("2026-10-03"), "国庆节"), Set.of(2026))).build());
    }

    private static MilestoneClock milestone(SlaClock clock, Milestone kind) {
        return clock.state().milestones().stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
    }

    private static void assertDue(SlaClock clock, Milestone kind, String local) {
        assertThat(milestone(clock, kind).dueAt()).contains(at(local));
    }

    private static void assertKinds(SlaClock clock, Kind... kinds) {
        assertThat(clock.newEntries()).extracting(ClockEntry::kind).containsExactly(kinds);
    }

    private static String band(SlaClock clock, String local) {
        return new ClockReading(clock.state(), TIMES, at(local)).band();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }
}
