package org.firstfix.dispatch.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.routing.plan.Contribution;
import org.firstfix.routing.plan.Objective;
import org.firstfix.routing.plan.Plan;
import org.firstfix.routing.plan.Planner;
import org.firstfix.routing.plan.Rule;
import org.firstfix.routing.plan.ServiceDay;
import org.firstfix.routing.plan.Travel;
import org.firstfix.routing.plan.Visit;
import org.firstfix.workorder.WorkOrderId;
import org.junit.jupiter.api.Test;

/** Each rule of a policy: where it applies and where it does not. */
class PlanningPolicyRulesTest {
    private static final int HOUR = 3_600;
    private static final LocalDate DAY = LocalDate.of(2026, 6, 15);
    private static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");

    private static ProposedChange change(boolean booked) {
        ProposedChange.Slot slot = new ProposedChange.Slot(new PersonId(new UUID(0, 1)), List.of(), new Period(NOON, NOON.plusSeconds(HOUR)));
        ProposedChange.Slot other = new ProposedChange.Slot(new PersonId(new UUID(0, 2)), List.of(), slot.period());
        return new ProposedChange(1, ProposedChange.State.PROPOSED, new WorkOrderId(new UUID(0, 9)), booked ? Optional.of("AP-1") : Optional.empty(),
                booked ? Optional.of(slot) : Optional.empty(), Optional.of(other), List.of());
    }

    private static DayProposal proposal(Objective after, ProposedChange... changes) {
        return new DayProposal(new Objective(0, 50_000, 10_000), after, 1, List.of(changes));
    }

    @Test
    void whatDisturbsLittleAndGainsEnoughTakesEffectByItself() {
        PlanningPolicy.Publication rule = new PlanningPolicy.Publication(1, 20_000);
        assertThat(rule.allows(proposal(new Objective(0, 30_000, 10_000), change(false), change(false), change(true)))).isTrue();
    }

    @Test
    void whatDisturbsMoreGainsLessChangesNothingOrBreaksARuleWaitsForAPerson() {
        PlanningPolicy.Publication rule = new PlanningPolicy.Publication(1, 20_000);
        Objective good = new Objective(0, 30_000, 10_000);
        assertThat(rule.allows(proposal(good, change(true), change(true)))).as("two promised visits").isFalse();
        assertThat(rule.allows(proposal(new Objective(0, 30_000, 10_001), change(false)))).as("a cent too little").isFalse();
        assertThat(rule.allows(proposal(good))).as("nothing changes").isFalse();
        assertThat(rule.allows(proposal(new Objective(1, 0, 0), change(false)))).as("a hard rule").isFalse();
    }

    /** Two engineers at one place; visit 1 begins when the first route says, an hour long. */
    private static long amount(Rule rule, int engineer, int start) {
        ServiceDay day = new ServiceDay(1, IntStream.rangeClosed(1, 2).mapToObj(id ->
                new org.firstfix.routing.plan.Engineer(id, 0, 0, 8 * HOUR, 18 * HOUR, 0, Map.of(), Map.of())).toList(),
                List.of(new Visit(1, 0, HOUR, List.of(new Visit.Window(start, start)), Map.of(), Map.of(), 0, Visit.NEVER, 0, 0, Set.of(), Set.of(), Set.of(),
                        OptionalInt.empty(), OptionalInt.empty())), null, Travel.table(new int[][] {{0}}), List.of(rule));
        Plan plan = new Plan(List.of(new Plan.Route(engineer, List.of(new Plan.Stop(1, start, start + HOUR, false)), 0)), List.of());
        return new Planner(day).ledger(plan).entries().stream().mapToLong(Contribution::amount).sum();
    }

    @Test
    void otherWorkInTheTimeKeptFreeHasAPriceForThePartThatLiesInIt() {
        Rule rule = new EmergencyReserve(Set.of(1), Set.of(), 9 * HOUR + HOUR / 2, 12 * HOUR, 3_000);
        assertThat(amount(rule, 1, 9 * HOUR)).isEqualTo(1_500);
        assertThat(amount(rule, 1, 10 * HOUR)).isEqualTo(3_000);
    }

    @Test
    void urgentWorkOtherHoursAndOtherEngineersUseTheReserveForNothing() {
        assertThat(amount(new EmergencyReserve(Set.of(1), Set.of(1), 9 * HOUR, 12 * HOUR, 3_000), 1, 9 * HOUR)).as("urgent").isZero();
        assertThat(amount(new EmergencyReserve(Set.of(1), Set.of(), 9 * HOUR, 12 * HOUR, 3_000), 1, 12 * HOUR)).as("later").isZero();
        assertThat(amount(new EmergencyReserve(Set.of(1), Set.of(), 9 * HOUR, 12 * HOUR, 3_000), 2, 9 * HOUR)).as("somebody else").isZero();
    }

    private static PolicyTrial trial(PolicyTrial.Status status) {
        OrgPath place = new OrgPath("house.east");
        return new PolicyTrial(new UUID(0, 1), place, place, DAY, DAY, status, PlanningPolicy.USUAL, "", 7, PlanningPolicy.USUAL, 1, List.of(), "", "", NOON,
                Optional.empty());
    }

    @Test
    void aTrialSpeaksForTheVeryWeightsThatWereTriedAgainstWhatIsInForce() {
        assertThat(trial(PolicyTrial.Status.READY).speaksFor(PlanningPolicy.USUAL, 7)).isTrue();
    }

    @Test
    void aTrialSaysNothingUnderWayOrAboutAnotherPolicyInForceOrOtherWeights() {
        assertThat(trial(PolicyTrial.Status.COMPUTING).speaksFor(PlanningPolicy.USUAL, 7)).isFalse();
        assertThat(trial(PolicyTrial.Status.READY).speaksFor(PlanningPolicy.USUAL, 8)).isFalse();
        PlanningPolicy other = new PlanningPolicy(4_000, 6_000, 1_500, 1_000, 50, PlanningPolicy.USUAL.latePerMinute(), PlanningPolicy.USUAL.margin(), PlanningPolicy.USUAL.undone(), 100, 60, 1.3,
                32, Optional.of(new PlanningPolicy.Reserve(1, LocalTime.of(9, 0), LocalTime.NOON, 100)), Optional.of(11), Optional.empty());
        assertThat(trial(PolicyTrial.Status.READY).speaksFor(other, 7)).isFalse();
        assertThat(PolicyFigures.changes(PlanningPolicy.USUAL, other)).extracting(PolicyFigures.Change::figure)
                .containsExactly("reserve.engineers", "reserve.from", "reserve.until", "reserve.centsPerHour");
    }

    @Test
    void tenDaysThatAreOverCanBeTried() {
        PolicyTrial.requireDays(DAY.minusDays(10), DAY.minusDays(1), DAY);
    }

    @Test
    void elevenDaysTodayAndTurnedRoundDaysCannot() {
        assertThatThrownBy(() -> PolicyTrial.requireDays(DAY.minusDays(11), DAY.minusDays(1), DAY)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> PolicyTrial.requireDays(DAY, DAY, DAY)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> PolicyTrial.requireDays(DAY.minusDays(1), DAY.minusDays(2), DAY)).isInstanceOf(Problem.class);
    }
}
