package org.firstfix.dispatch.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.firstfix.dispatch.domain.PlanVersion.Cause;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.routing.plan.Objective;
import org.firstfix.workorder.WorkOrderId;
import org.junit.jupiter.api.Test;

/** Each rule where it applies and where it does not. */
class WorthPlanningTest {
    private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");

    private static Period from(int minutes, int length) {
        return new Period(NOW.plus(Duration.ofMinutes(minutes)), NOW.plus(Duration.ofMinutes(minutes + length)));
    }

    @Test
    void aLateArrivalCountsWhenACustomerAfterItWaitsLongerThanBearable() {
        assertThat(WorthPlanning.afterLateArrival(Duration.ofMinutes(16))).isTrue();
        assertThat(WorthPlanning.afterLateArrival(Duration.ofMinutes(15))).isFalse();
    }

    @Test
    void aLongerShiftCountsWhenThereIsRoomAndSomethingWaits() {
        assertThat(WorthPlanning.afterLongerShift(Duration.ofMinutes(30), 1)).isTrue();
        assertThat(WorthPlanning.afterLongerShift(Duration.ofMinutes(29), 1)).isFalse();
        assertThat(WorthPlanning.afterLongerShift(Duration.ofHours(4), 0)).isFalse();
    }

    @Test
    void aCancellationCountsWhenWhatIsLeftOfItHasRoomAndSomethingElseWaits() {
        assertThat(WorthPlanning.afterCancellation(from(60, 90), NOW, 2)).isTrue();
        assertThat(WorthPlanning.afterCancellation(from(-70, 90), NOW, 2)).isFalse();
        assertThat(WorthPlanning.afterCancellation(from(60, 90), NOW, 0)).isFalse();
    }

    @Test
    void aPartCountsWhenTheWorkCannotWaitForThePlanOfItsDay() {
        assertThat(WorthPlanning.afterPartArrived(Optional.of(NOW), NOW.plusSeconds(1))).isTrue();
        assertThat(WorthPlanning.afterPartArrived(Optional.of(NOW.plusSeconds(1)), NOW.plusSeconds(1))).isFalse();
        assertThat(WorthPlanning.afterPartArrived(Optional.empty(), NOW)).isFalse();
    }

    @Test
    void anUrgentCallCountsWhenNobodyCanBeThereInTimeAsTheDayIs() {
        assertThat(WorthPlanning.afterUrgentCall(true, false)).isTrue();
        assertThat(WorthPlanning.afterUrgentCall(true, true)).isFalse();
        assertThat(WorthPlanning.afterUrgentCall(false, false)).isFalse();
    }

    private static DayProposal proposal(long gain, int moved, int booked) {
        ProposedChange.Slot slot = new ProposedChange.Slot(new PersonId(UUID.randomUUID()), List.of(), from(0, 60));
        ProposedChange.Slot other = new ProposedChange.Slot(new PersonId(UUID.randomUUID()), List.of(), from(0, 60));
        List<ProposedChange> changes = Stream.concat(
                Stream.generate(() -> new ProposedChange(1, ProposedChange.State.PROPOSED, new WorkOrderId(UUID.randomUUID()), Optional.of("A-1"), Optional.of(slot), Optional.of(other), List.of())).limit(moved),
                Stream.generate(() -> new ProposedChange(1, ProposedChange.State.PROPOSED, new WorkOrderId(UUID.randomUUID()), Optional.empty(), Optional.empty(), Optional.of(other), List.of())).limit(booked)).toList();
        return new DayProposal(new Objective(0, 100_000, 0), new Objective(0, 100_000 - gain, 0), 1, changes);
    }

    @Test
    void aProposalNobodyAskedForIsBetterThanTheDisturbanceItMakes() {
        assertThat(WorthPlanning.proposal(proposal(1_000, 0, 1))).isTrue();
        assertThat(WorthPlanning.proposal(proposal(999, 0, 1))).isFalse();
        assertThat(WorthPlanning.proposal(proposal(3_000, 2, 0))).isTrue();
        assertThat(WorthPlanning.proposal(proposal(2_999, 2, 0))).isFalse();
        assertThat(WorthPlanning.proposal(proposal(50_000, 0, 0))).as("nothing to change").isFalse();
    }

    @Test
    void whatAPersonAskedForIsNotTakenAwayExceptForAnUrgentCall() {
        assertThat(WorthPlanning.replaces(Cause.CANCELLATION, Cause.LATE_ARRIVAL)).isTrue();
        assertThat(WorthPlanning.replaces(Cause.CANCELLATION, Cause.PLAN)).isFalse();
        assertThat(WorthPlanning.replaces(Cause.LATE_ARRIVAL, Cause.ILLNESS)).isFalse();
        assertThat(WorthPlanning.replaces(Cause.URGENT_CALL, Cause.PLAN)).isTrue();
    }
}
