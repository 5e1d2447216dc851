package org.firstfix.routing.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.firstfix.routing.plan.Days.ANNA;
import static org.firstfix.routing.plan.Days.HOUR;
import static org.firstfix.routing.plan.Days.visit;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.firstfix.routing.plan.Completion.PartSet;
import org.firstfix.routing.plan.Visit.Window;
import org.junit.jupiter.api.Test;

/** Each rule where it applies and where it does not. Anna begins at 8 and is home at 16, with one pump in the van; everything is an hour away. */
class DayRulesTest {

    private static RouteTimes driven(ServiceDay day) {
        RouteTimes times = new RouteTimes(day);
        times.of(0);
        for (int i = 0; i < day.visits().size(); i++) {
            times.add(i);
        }
        times.drive();
        return times;
    }

    private static RouteTimes driven(Terms terms, Visit... visits) {
        return driven(Days.day(List.of(ANNA.with(terms)), visits));
    }

    private static ServiceDay withDepot(long pickUpCents, Visit... visits) {
        ServiceDay day = Days.day(List.of(ANNA), visits);
        return new ServiceDay(day.places(), day.engineers(), day.visits(), new ServiceDay.Depot(2, 0, 24 * HOUR, 600, pickUpCents), day.travel(), day.rules());
    }

    private static Visit taking(Visit visit, long secondVisitCents, PartSet... sets) {
        return visit.withCompletion(new Completion(List.of(sets), secondVisitCents));
    }

    private static ServiceDay linked(Link link, Visit... visits) {
        ServiceDay day = Days.day(List.of(ANNA, Days.engineer(2)), visits);
        return new ServiceDay(day.places(), day.engineers(), day.visits(), day.depot(), day.travel(), day.rules(), List.of(link));
    }

    @Test
    void linkedTimeCountsSecondsOffTheGap() {
        // A crew: the colleague is appointed at 8:30, Anna cannot be there before 9.
        RouteTimes times = new RouteTimes(linked(Link.crew(2, 1), visit(1), visit(2)));
        times.appointments().make(1, 8 * HOUR + 1800, 1);
        times.of(0);
        times.add(0);
        times.drive();
        assertThat(new DayRules.LinkedTime().amount(times, 0)).isEqualTo(1800);
        times.appointments().make(1, 9 * HOUR, 1);
        assertThat(new DayRules.LinkedTime().amount(times, 0)).isZero();
    }

    @Test
    void linkedEngineerCountsLinksThatAskForSomebodyElse() {
        RouteTimes times = new RouteTimes(linked(Link.crew(2, 1), visit(1), visit(2)));
        times.of(0);
        times.add(0);
        times.appointments().make(1, 9 * HOUR, 0);
        assertThat(new DayRules.LinkedEngineer().amount(times, 0)).isEqualTo(1);
        times.appointments().make(1, 9 * HOUR, 1);
        assertThat(new DayRules.LinkedEngineer().amount(times, 0)).isZero();
    }

    @Test
    void theBreakIsWhereItDelaysNothing() {
        Terms terms = Terms.PLAIN.with(new Terms.Pause(HOUR / 2, 10 * HOUR, 13 * HOUR));
        // The window at 13 leaves two hours of waiting before the second visit, and work for one hour after it.
        RouteTimes times = driven(terms, visit(1), Days.with(visit(2), List.of(new Window(13 * HOUR, 13 * HOUR))), visit(3));
        assertThat(times.pause()).isEqualTo(new Plan.Pause(1, 10 * HOUR, 10 * HOUR + HOUR / 2));
        assertThat(times.start(1)).isEqualTo(13 * HOUR);
        assertThat(driven(terms, visit(1)).pause()).as("home before it is owed").isNull();
    }

    @Test
    void aBreakWithoutAPlaceIsTold() {
        // Two visits with no second to spare between them, of which the first begins before and the second ends after the break should be.
        Terms terms = Terms.PLAIN.with(new Terms.Pause(HOUR / 2, 9 * HOUR, 10 * HOUR + 60));
        Visit first = Days.with(visit(1), List.of(new Window(9 * HOUR, 9 * HOUR)));
        Visit second = Days.with(visit(2), List.of(new Window(10 * HOUR, 10 * HOUR)));
        Visit third = Days.with(visit(3), List.of(new Window(11 * HOUR, 11 * HOUR)));
        RouteTimes times = driven(terms, first, second, third);
        assertThat(new DayRules.Break().amount(times, 0)).isZero();
        assertThat(new DayRules.Break().amount(times, 1)).isEqualTo(HOUR / 2);
        assertThat(new DayRules.Break().amount(times, 2)).isZero();
    }

    @Test
    void legalRestIsKeptOnBothSidesOfTheNight() {
        Terms terms = Terms.PLAIN.with(new Terms.Limits(9 * HOUR, 12 * HOUR - 60, Visit.NEVER, Visit.NEVER));
        RouteTimes times = driven(terms, visit(1));
        assertThat(times.start(0)).isEqualTo(10 * HOUR);
        assertThat(new DayRules.LegalRest().amount(times, 0)).isEqualTo(60);
        assertThat(new DayRules.LegalRest().amount(driven(Terms.PLAIN, visit(1)), 0)).isZero();
    }

    @Test
    void maximumDrivingCountsTheWayHomeToo() {
        Terms terms = Terms.PLAIN.with(new Terms.Limits(0, Visit.NEVER, 2 * HOUR - 60, Visit.NEVER));
        assertThat(new DayRules.MaximumDriving().amount(driven(terms, visit(1)), 0)).isEqualTo(60);
        terms = Terms.PLAIN.with(new Terms.Limits(0, Visit.NEVER, 2 * HOUR, Visit.NEVER));
        assertThat(new DayRules.MaximumDriving().amount(driven(terms, visit(1)), 0)).isZero();
    }

    @Test
    void maximumTravelIsHowFarHomeIs() {
        Terms terms = Terms.PLAIN.with(new Terms.Limits(0, Visit.NEVER, Visit.NEVER, HOUR - 1));
        assertThat(new DayRules.MaximumTravel().amount(driven(terms, visit(1)), 0)).isEqualTo(1);
        terms = Terms.PLAIN.with(new Terms.Limits(0, Visit.NEVER, Visit.NEVER, HOUR));
        assertThat(new DayRules.MaximumTravel().amount(driven(terms, visit(1)), 0)).isZero();
    }

    @Test
    void firstVisitCompletionPricesWhatTheVanMayLack() {
        Rule rule = new DayRules.FirstVisitCompletion();
        PartSet pump = PartSet.of(0.5, Map.of("pump", 1));
        PartSet both = PartSet.of(0.2, Map.of("pump", 1, "board", 1));
        // The depot is dearer than what it would save.
        assertThat(rule.amount(driven(withDepot(10_000, taking(visit(1), 10_000, pump))), 0)).isZero();
        assertThat(rule.amount(driven(withDepot(10_000, taking(visit(1), 10_000, pump, both))), 0)).isEqualTo(2_000);
        // The first visit is expected to take half of the only pump: half of the chance of the second is gone.
        RouteTimes two = driven(withDepot(10_000, taking(visit(1), 10_000, pump), taking(visit(2), 10_000, pump)));
        assertThat(rule.amount(two, 1)).isEqualTo(2_500);
        // A pump that is taken for certain is gone.
        RouteTimes gone = driven(withDepot(10_000, Days.needing(visit(1), Map.of(), Map.of("pump", 1)), taking(visit(2), 10_000, pump)));
        assertThat(rule.amount(gone, 1)).isEqualTo(5_000);
    }

    @Test
    void theDepotIsVisitedWhenItPays() {
        PartSet board = PartSet.of(0.5, Map.of("board", 1));
        RouteTimes worth = driven(withDepot(4_999, taking(visit(1), 10_000, board)));
        assertThat(worth.pickUpBefore(0)).isTrue();
        assertThat(worth.pickUp()).isEqualTo(new Plan.PickUp(0, 9 * HOUR, 9 * HOUR + 600));
        assertThat(new DayRules.FirstVisitCompletion().amount(worth, 0)).isZero();
        assertThat(new DayRules.DepotPickUp().amount(worth, 0)).isEqualTo(4_999);
        RouteTimes dear = driven(withDepot(5_000, taking(visit(1), 10_000, board)));
        assertThat(dear.pickUpBefore(0)).isFalse();
        assertThat(dear.pickUp()).isNull();
        assertThat(new DayRules.DepotPickUp().amount(dear, 0)).isZero();
        // Nor if what it makes late costs more.
        Visit due = Days.due(visit(1), 0, 9 * HOUR, 1_000);
        assertThat(driven(withDepot(0, taking(due, 10_000, board))).pickUpBefore(0)).isFalse();
    }

    @Test
    void twoKindsOfPartsAreLoadedForAVisit() {
        PartSet[] sets = {PartSet.of(0.4, Map.of("a", 1, "b", 1)), PartSet.of(0.35, Map.of("c", 1)), PartSet.of(0.15, Map.of("a", 1)), PartSet.of(0.1, Map.of("b", 1))};
        RouteTimes times = driven(withDepot(0, taking(visit(1), 10_000, sets)));
        // The best two are a and b, although c is the likelier than either alone.
        assertThat(times.missingChance(0)).isEqualTo(350_000);
    }

    @Test
    void theVanThatHoldsThePartWins() {
        Engineer far = new Engineer(2, 0, 0, 8 * HOUR, 16 * HOUR, 0, Map.of(), Map.of("board", 1));
        Visit visit = taking(Days.by(visit(1), Set.of(), Set.of(), Set.of(1)), 10_000, PartSet.of(0.3, Map.of("board", 1)));
        ServiceDay day = Days.day(List.of(ANNA, far), visit);
        Planner planner = new Planner(new ServiceDay(day.places(), day.engineers(), day.visits(), null, day.travel(), day.rules()));
        List<Candidate> candidates = planner.candidates(new Plan(List.of(), List.of(1)), 1);
        assertThat(candidates).extracting(Candidate::engineer).containsExactly(2, 1);
        assertThat(candidates.get(1).reasons()).contains(new Contribution(1, "first-visit-completion", Level.MONEY, 3_000));
    }

    @Test
    void contractorCostsCallOutVisitAndHour() {
        Terms terms = Terms.PLAIN.with(new Terms.Contractor(5_000, 300, 4_000));
        assertThat(new DayRules.Contractor().amount(driven(terms, visit(1), visit(2)), 0)).isEqualTo(9_300);
        assertThat(new DayRules.Contractor().amount(driven(terms, visit(1), visit(2)), 1)).isEqualTo(4_300);
        assertThat(new DayRules.Contractor().amount(driven(Terms.PLAIN, visit(1)), 0)).isZero();
    }

    @Test
    void lateInTheDayCostsEveryMinuteBegun() {
        assertThat(new DayRules.LateInTheDay(5).amount(driven(Terms.PLAIN, visit(1).withBetter(9 * HOUR - 61)), 0)).isEqualTo(10);
        assertThat(new DayRules.LateInTheDay(5).amount(driven(Terms.PLAIN, visit(1).withBetter(9 * HOUR)), 0)).isZero();
    }

    @Test
    void sameSiteCostsAStopThatLeavesOthers() {
        Rule rule = new DayRules.SameSite(7);
        assertThat(rule.amount(driven(Terms.PLAIN, visit(1), visit(2)), 0)).isZero();
        ServiceDay day = Days.day(List.of(ANNA), visit(1), visit(2));
        RouteTimes alone = new RouteTimes(day);
        alone.of(0);
        alone.add(1);
        alone.drive();
        assertThat(rule.amount(alone, 0)).isEqualTo(7);
    }

    @Test
    void fairShareCountsMinutesAboveIt() {
        Rule rule = new DayRules.FairShare(2);
        Terms terms = Terms.PLAIN.with(new Terms.Load(10 * HOUR, 11 * HOUR + 1800));
        assertThat(rule.amount(driven(terms, visit(1), visit(2)), 0)).isZero();
        assertThat(rule.amount(driven(terms, visit(1), visit(2)), 1)).isEqualTo(60);
        // What was too much before is not counted again.
        assertThat(rule.amount(driven(Terms.PLAIN.with(new Terms.Load(20 * HOUR, 10 * HOUR)), visit(1)), 0)).isEqualTo(120);
    }

    @Test
    void emergencyReserveCountsWhatIsMissingOfTheFreeTime() {
        Rule rule = new DayRules.EmergencyReserve();
        // Home at 11, so that four of the hours from 9 to 15 are free.
        assertThat(rule.amount(driven(Terms.PLAIN.with(new Terms.Reserve(9 * HOUR, 15 * HOUR, 5 * HOUR, 3)), visit(1)), 0)).isEqualTo(180);
        assertThat(rule.amount(driven(Terms.PLAIN.with(new Terms.Reserve(9 * HOUR, 15 * HOUR, 4 * HOUR, 3)), visit(1)), 0)).isZero();
    }

    @Test
    void latenessMayCostMoreAfterAWhile() {
        Visit curve = Days.due(visit(1), 0, 8 * HOUR, 10).withLater(List.of(new Visit.Step(8 * HOUR + 1800, 100), new Visit.Step(9 * HOUR - 60, 0)));
        assertThat(new Rules.LateStart().amount(driven(Terms.PLAIN, curve), 0)).isEqualTo(30 * 10 + 29 * 100);
        assertThat(new Rules.LateStart().amount(driven(Terms.PLAIN, Days.due(curve, 0, 9 * HOUR, 10)), 0)).isZero();
    }

    @Test
    void aBeginJustBeforeTheDeadlineHasAPrice() {
        Rule rule = new DayRules.NearDeadline();
        Visit begunAtNine = Days.due(visit(1), 0, 9 * HOUR + 1800, 10);
        assertThat(rule.amount(driven(Terms.PLAIN, begunAtNine.withNear(new Visit.Step(8 * HOUR, 5))), 0)).isEqualTo(60 * 5);
        assertThat(rule.amount(driven(Terms.PLAIN, begunAtNine.withNear(new Visit.Step(9 * HOUR, 5))), 0)).isZero();
        // After the deadline it is lateness that counts.
        Visit late = Days.due(visit(1), 0, 8 * HOUR + 1800, 10).withNear(new Visit.Step(8 * HOUR, 5));
        assertThat(rule.amount(driven(Terms.PLAIN, late), 0)).isEqualTo(30 * 5);
        assertThatThrownBy(() -> begunAtNine.withNear(new Visit.Step(10 * HOUR, 5))).hasMessageContaining("do not begin before");
    }

    @Test
    void aStandInCostsMoreTheLaterHisRank() {
        Rule rule = new Rules.PreferredEngineer(3, 6, 9);
        for (int rank = 0; rank < 4; rank++) {
            List<Set<Integer>> chain = List.of(Set.of(rank == 0 ? 1 : 7), Set.of(rank == 1 ? 1 : 8), Set.of(rank == 2 ? 1 : 9));
            assertThat(rule.amount(driven(Terms.PLAIN, visit(1).withChain(chain)), 0)).isEqualTo(rank * 3L);
        }
    }

    @Test
    void aCrewIsPlannedTogetherOrNotAtAll() {
        Planner planner = new Planner(linked(Link.crew(1, 2), visit(1), visit(2)));
        Plan plan = planner.insert(new Plan(List.of(), List.of(1, 2)), 2).orElseThrow();
        assertThat(plan.routes()).allSatisfy(route -> assertThat(route.stops()).singleElement().extracting(Plan.Stop::start).isEqualTo(9 * HOUR));
        Visit forNobody = Days.by(visit(2), Set.of(7), Set.of(), Set.of());
        assertThat(new Planner(linked(Link.crew(1, 2), visit(1), forNobody)).insert(new Plan(List.of(), List.of(1, 2)), 1)).isEmpty();
    }

    @Test
    void candidatesForAnOpenSeatCanJoinTheColleague() {
        ServiceDay day = linked(Link.crew(1, 2), visit(1), Days.held(visit(2), OptionalInt.empty(), OptionalInt.empty()));
        Plan plan = new Plan(List.of(new Plan.Route(1, List.of(new Plan.Stop(1, 10 * HOUR, 11 * HOUR, false)), 0)), List.of(2));
        List<Candidate> candidates = new Planner(day).candidates(plan, 2);
        assertThat(candidates.getFirst().engineer()).isEqualTo(2);
        assertThat(candidates.getFirst().start()).isEqualTo(10 * HOUR);
        assertThat(candidates.getLast().obstacles()).extracting(Contribution::rule).contains("linked-engineer");
    }

    @Test
    void theCheapestEngineerOfOneGoesToTheOtherWhoCanHaveNobodyElse() {
        Visit forEither = Days.by(visit(1), Set.of(), Set.of(), Set.of(1));
        Visit forAnna = Days.by(visit(2), Set.of(1), Set.of(), Set.of());
        Plan plan = new Planner(linked(Link.crew(1, 2), forEither, forAnna)).insert(new Plan(List.of(), List.of(1, 2)), 1).orElseThrow();
        assertThat(plan.routes().get(0).stops()).extracting(Plan.Stop::visit).containsExactly(2);
        assertThat(plan.routes().get(1).stops()).extracting(Plan.Stop::visit).containsExactly(1);
    }

    @Test
    void aCrewBeginsWhenTheWindowsOfBothAreOpen() {
        Visit one = Days.with(visit(1), List.of(new Window(8 * HOUR, 9 * HOUR), new Window(10 * HOUR + 1800, 12 * HOUR)));
        Visit other = Days.with(visit(2), List.of(new Window(9 * HOUR + 1800, 10 * HOUR), new Window(11 * HOUR, 12 * HOUR)));
        Plan plan = new Planner(linked(Link.crew(1, 2), one, other)).insert(new Plan(List.of(), List.of(1, 2)), 1).orElseThrow();
        assertThat(plan.routes()).allSatisfy(route -> assertThat(route.stops()).singleElement().extracting(Plan.Stop::start).isEqualTo(11 * HOUR));
    }

    @Test
    void aSecondVisitComesAfterTheFirst() {
        Visit first = visit(1);
        Planner planner = new Planner(linked(Link.after(first, 2, HOUR, 2 * HOUR, Link.By.SAME), first, visit(2)));
        Plan plan = planner.insert(new Plan(List.of(), List.of(1, 2)), 1).orElseThrow();
        assertThat(plan.unassigned()).isEmpty();
        assertThat(plan.routes().getFirst().stops()).extracting(Plan.Stop::start).containsExactly(9 * HOUR, 11 * HOUR);
    }
}
