package org.firstfix.routing.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.firstfix.routing.plan.Days.HOUR;
import static org.firstfix.routing.plan.Days.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.firstfix.routing.format.DayInstance;
import org.firstfix.routing.format.Instance;
import org.firstfix.routing.plan.Visit.Window;
import org.firstfix.routing.search.Budget;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private static final int DAYS = Integer.getInteger("firstfix.dispatch.days", 300);

    @Test
    void noPlanBreaksAHardRuleUnlessPinnedAndEveryVisitIsInItOnce() {
        for (int seed = 0; seed < DAYS; seed++) {
            planAndCheck(seed);
        }
    }

    /** A pick-up delays the first of two linked visits, which is pinned; the second keeps its gap to the appointment, not to the delay. */
    @Test
    void thoseLinkedToAPinnedVisitRelyOnItsAppointmentAlsoWhenItIsLate() {
        planAndCheck(9_280);
    }

    private static void planAndCheck(int seed) {
        Random random = new Random(seed);
        ServiceDay day = Days.random(random, 1 + random.nextInt(5), random.nextInt(20));
        Planner planner = new Planner(day);
        Plan plan = planner.plan(Budget.iterations(60), 1, seed).plan();
        for (Contribution entry : planner.ledger(plan).entries()) {
            boolean pinned = day.visits().get(day.visitNumber(entry.visit())).pinned().isPresent();
            assertThat(entry.level() == Level.HARD && !pinned).as("seed %d: %s", seed, entry).isFalse();
        }
        List<Integer> all = new ArrayList<>(plan.unassigned());
        plan.routes().forEach(route -> route.stops().forEach(stop -> all.add(stop.visit())));
        assertThat(all).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(day.visits().stream().map(Visit::id).toList());
        checkIndependently(seed, day, planner, plan);
    }

    private static void checkIndependently(int seed, ServiceDay day, Planner planner, Plan plan) {
        DayInstance instance = new DayInstance(day, Weights.USUAL);
        Instance.Verdict verdict = instance.check(instance.told(plan));
        assertThat(verdict.violations()).as("seed %d", seed).isEmpty();
        Objective total = planner.ledger(plan).total();
        assertThat(Math.round(verdict.cost() * 100)).as("seed %d", seed).isEqualTo(total.money() + total.preference());
    }

    @Test
    void theLedgerIsWhatTheSearchMinimised() {
        for (int seed = 0; seed < 50; seed++) {
            ServiceDay day = Days.random(new Random(seed), 3, 12);
            Planner planner = new Planner(day);
            Plan plan = planner.plan(Budget.iterations(100), 1, seed).plan();
            PlanRoutes routes = new PlanRoutes(day);
            long expected = 0;
            for (Plan.Route route : plan.routes()) {
                route.stops().forEach(stop -> routes.appointments().keep(day.visitNumber(stop.visit()), stop.start(), day.engineerNumber(route.engineer())));
            }
            for (Plan.Route route : plan.routes()) {
                routes.fill(day.engineerNumber(route.engineer()), route.stops().stream().mapToInt(stop -> day.visitNumber(stop.visit())).toArray());
            }
            for (Contribution entry : planner.ledger(plan).entries()) {
                expected += entry.rule().equals(Ledger.LEFT_UNDONE) ? 0 : PlanRoutes.scaled(entry.level(), entry.amount());
            }
            assertThat(routes.travelCost()).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void whatACandidateAddsIsTheDifferenceOfTwoLedgers() {
        for (int seed = 0; seed < 50; seed++) {
            ServiceDay day = Days.random(new Random(seed), 4, 12);
            Planner planner = new Planner(day);
            Plan plan = planner.plan(Budget.iterations(100), 1, seed).plan();
            int asked = 100;
            Plan without = without(plan, asked);
            Objective before = planner.ledger(without).total();
            for (Candidate candidate : planner.candidates(plan, asked)) {
                Plan with = with(without, asked, candidate);
                assertThat(planner.ledger(with).total().minus(before)).as("seed %d %s", seed, candidate).isEqualTo(candidate.added());
                assertThat(candidate.possible()).isEqualTo(candidate.added().hard() <= 0);
            }
        }
    }

    @Test
    void aPlanThatIsTimedAnewIsTheSame() {
        int halts = 0;
        for (int seed = 0; seed < 50; seed++) {
            ServiceDay day = Days.random(new Random(seed), 4, 12);
            Planner planner = new Planner(day);
            Plan plan = planner.plan(Budget.iterations(100), 1, seed).plan();
            assertThat(planner.timed(plan)).as("seed %d", seed).isEqualTo(plan);
            assertThat(planner.timed(bare(plan))).as("seed %d", seed).isEqualTo(plan);
            for (Plan.Route route : plan.routes()) {
                Plan.PickUp pickUp = route.pickUp();
                assertThat(pickUp == null ? -1 : pickUp.before()).isEqualTo(IntStream.range(0, route.stops().size())
                        .filter(stop -> route.stops().get(stop).pickUpBefore()).findFirst().orElse(-1));
                assertThat(pickUp == null || pickUp.ends() <= route.stops().get(pickUp.before()).start()).isTrue();
                halts += pickUp == null && route.pause() == null ? 0 : 1;
            }
        }
        assertThat(halts).isGreaterThan(20);
    }

    /** As a plan is written down: order and appointments. */
    private static Plan bare(Plan plan) {
        return new Plan(plan.routes().stream().map(route -> new Plan.Route(route.engineer(), route.stops(), 0)).toList(), plan.unassigned());
    }

    private static Plan without(Plan plan, int visit) {
        return new Plan(plan.routes().stream().map(route -> new Plan.Route(route.engineer(),
                route.stops().stream().filter(stop -> stop.visit() != visit).toList(), 0)).toList(),
                plan.unassigned().stream().filter(id -> id != visit).toList());
    }

    private static Plan with(Plan plan, int visit, Candidate candidate) {
        return new Plan(plan.routes().stream().map(route -> {
            List<Plan.Stop> stops = new ArrayList<>(route.stops());
            if (route.engineer() == candidate.engineer()) {
                stops.add(candidate.position(), new Plan.Stop(visit, candidate.start(), 0, false));
            }
            return new Plan.Route(route.engineer(), stops, 0);
        }).toList(), plan.unassigned());
    }

    @Test
    void thePlanIsRepeatableAlsoWithThreads() {
        ServiceDay day = Days.random(new Random(4), 5, 25);
        Planner planner = new Planner(day);
        assertThat(planner.plan(Budget.iterations(300), 2, 9)).isEqualTo(new Planner(day).plan(Budget.iterations(300), 2, 9));
    }

    @Test
    void whyNotNamesTheSmallestRelaxation() {
        Visit early = Days.with(visit(1), List.of(new Window(0, 8 * HOUR + 1800)));
        ServiceDay day = Days.day(List.of(Days.engineer(1)), early);
        Candidate candidate = new Planner(day).candidates(new Plan(List.of(), List.of(1)), 1).getFirst();
        assertThat(candidate.possible()).isFalse();
        assertThat(candidate.obstacles()).containsExactly(new Contribution(1, "customer-window", Level.HARD, 1800));
    }

    @Test
    void aPinAgainstARuleIsAcceptedAndShown() {
        Visit pinned = Days.held(Days.by(visit(1), Set.of(2), Set.of(), Set.of()), OptionalInt.of(1), OptionalInt.empty());
        Planner planner = new Planner(Days.day(List.of(Days.engineer(1), Days.engineer(2)), pinned));
        Plan plan = planner.plan(Budget.iterations(50), 1, 1).plan();
        assertThat(plan.unassigned()).isEmpty();
        assertThat(plan.routes().getFirst().stops()).hasSize(1);
        assertThat(planner.ledger(plan).of(1)).contains(new Contribution(1, "required-engineer", Level.HARD, 1));
    }

    @Test
    void moneyIsNeverGivenForPreferences() {
        // Being late costs a cent; not being late costs the preferred engineer's price and half an hour of travel.
        Visit due = Days.due(Days.by(visit(1), Set.of(), Set.of(), Set.of(1)), 0, 9 * HOUR, 1);
        Engineer late = new Engineer(1, 0, 0, 8 * HOUR + 60, 16 * HOUR, 0, Map.of(), Map.of());
        Planner planner = new Planner(Days.day(List.of(late, Days.engineer(2)), due));
        Plan plan = planner.plan(Budget.iterations(50), 1, 1).plan();
        assertThat(plan.routes().get(1).stops()).hasSize(1);
    }

    @Test
    void slotsAreTheWindowsSomebodyCanKeep() {
        ServiceDay day = Days.day(List.of(Days.engineer(1)), visit(1), Days.with(visit(2), List.of(new Window(10 * HOUR, 10 * HOUR))));
        Planner planner = new Planner(day);
        Plan plan = new Plan(List.of(new Plan.Route(1, List.of(new Plan.Stop(2, 0, 0, false)), 0)), List.of(1));
        List<Planner.Slot> slots = planner.slots(plan, 1, List.of(new Window(0, 8 * HOUR), new Window(9 * HOUR, 9 * HOUR + 60), new Window(11 * HOUR, 12 * HOUR)));
        assertThat(slots).extracting(Planner.Slot::window).containsExactlyInAnyOrder(new Window(9 * HOUR, 9 * HOUR + 60), new Window(11 * HOUR, 12 * HOUR));
    }
}
