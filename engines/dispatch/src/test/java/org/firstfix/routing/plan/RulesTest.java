package org.firstfix.routing.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.firstfix.routing.plan.Days.ANNA;
import static org.firstfix.routing.plan.Days.HOUR;
import static org.firstfix.routing.plan.Days.visit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.firstfix.routing.plan.Visit.Window;
import org.junit.jupiter.api.Test;

/** Each rule where it applies and where it does not. Anna begins at 8 and is home at 16; everything is an hour away. */
class RulesTest {
    private static long amount(Rule rule, int position, Visit... visits) {
        RouteTimes times = new RouteTimes(Days.day(List.of(ANNA), visits));
        times.of(0);
        for (int i = 0; i < visits.length; i++) {
            times.add(i);
        }
        times.drive();
        return rule.amount(times, position);
    }

    private static long amount(Rule rule, Visit visit) {
        return amount(rule, 0, visit);
    }

    @Test
    void skillLevelCountsWhatIsMissing() {
        assertThat(amount(new Rules.SkillLevel(), Days.needing(visit(1), Map.of("laser", 3, "software", 1), Map.of()))).isEqualTo(2);
        assertThat(amount(new Rules.SkillLevel(), Days.needing(visit(1), Map.of("laser", 2), Map.of()))).isZero();
    }

    @Test
    void requiredEngineerIsOneOfThem() {
        assertThat(amount(new Rules.RequiredEngineer(), Days.by(visit(1), Set.of(7), Set.of(), Set.of()))).isEqualTo(1);
        assertThat(amount(new Rules.RequiredEngineer(), Days.by(visit(1), Set.of(7, 1), Set.of(), Set.of()))).isZero();
    }

    @Test
    void excludedEngineerDoesNotGo() {
        assertThat(amount(new Rules.ExcludedEngineer(), Days.by(visit(1), Set.of(), Set.of(1), Set.of()))).isEqualTo(1);
        assertThat(amount(new Rules.ExcludedEngineer(), Days.by(visit(1), Set.of(), Set.of(7), Set.of()))).isZero();
    }

    @Test
    void aPinHoldsTheEngineer() {
        assertThat(amount(new Rules.PinnedEngineer(), Days.held(visit(1), OptionalInt.empty(), OptionalInt.empty()))).isZero();
        ServiceDay day = Days.day(List.of(ANNA, Days.engineer(2)), Days.held(visit(1), OptionalInt.of(2), OptionalInt.empty()));
        RouteTimes times = new RouteTimes(day);
        times.of(0);
        times.add(0);
        times.drive();
        assertThat(new Rules.PinnedEngineer().amount(times, 0)).isEqualTo(1);
    }

    @Test
    void customerWindowCountsSecondsAfterTheLastOne() {
        assertThat(amount(new Rules.CustomerWindow(), Days.with(visit(1), List.of(new Window(0, 8 * HOUR + 1800))))).isEqualTo(1800);
        // Between two windows the engineer waits for the second.
        assertThat(amount(new Rules.CustomerWindow(), Days.with(visit(1), List.of(new Window(0, 8 * HOUR), new Window(10 * HOUR, 11 * HOUR))))).isZero();
    }

    @Test
    void earliestStartIsWaitedFor() {
        assertThat(amount(new Rules.EarliestStart(), Days.due(visit(1), 12 * HOUR, Visit.NEVER, 0))).isZero();
        RouteTimes times = new RouteTimes(Days.day(List.of(ANNA), Days.due(visit(1), 12 * HOUR, Visit.NEVER, 0)));
        times.of(0);
        times.add(0);
        times.drive();
        assertThat(times.start(0)).isEqualTo(12 * HOUR);
    }

    @Test
    void shiftEndCountsSecondsTooLate() {
        assertThat(amount(new Rules.ShiftEnd(), Days.due(visit(1), 14 * HOUR + 60, Visit.NEVER, 0))).isEqualTo(60);
        assertThat(amount(new Rules.ShiftEnd(), Days.due(visit(1), 14 * HOUR, Visit.NEVER, 0))).isZero();
    }

    @Test
    void partsAtHandCountsPiecesThatTheVanAndTheDepotLack() {
        Visit[] two = {Days.needing(visit(1), Map.of(), Map.of("pump", 1)), Days.needing(visit(2), Map.of(), Map.of("pump", 2))};
        assertThat(amount(new Rules.PartsAtHand(), 1, two)).isZero();
        ServiceDay day = Days.day(List.of(ANNA), two);
        RouteTimes times = new RouteTimes(new ServiceDay(day.places(), day.engineers(), day.visits(), null, day.travel(), day.rules()));
        times.of(0);
        times.add(0);
        times.add(1);
        times.drive();
        assertThat(new Rules.PartsAtHand().amount(times, 0)).isZero();
        assertThat(new Rules.PartsAtHand().amount(times, 1)).isEqualTo(2);
    }

    @Test
    void lateStartCostsEveryMinuteBegun() {
        assertThat(amount(new Rules.LateStart(), Days.due(visit(1), 0, 9 * HOUR - 61, 50))).isEqualTo(100);
        assertThat(amount(new Rules.LateStart(), Days.due(visit(1), 0, 9 * HOUR, 50))).isZero();
    }

    @Test
    void travelTimeCostsTheWayAndOnTheLastVisitTheWayHome() {
        assertThat(amount(new Rules.TravelTime(3600), 0, visit(1), visit(2))).isEqualTo(3600);
        assertThat(amount(new Rules.TravelTime(3600), 1, visit(1), visit(2))).isEqualTo(3600);
        assertThat(amount(new Rules.TravelTime(3600), visit(1))).isEqualTo(7200);
    }

    @Test
    void overtimeCostsOnTheLastVisit() {
        assertThat(amount(new Rules.Overtime(3600), Days.due(visit(1), 14 * HOUR + 100, Visit.NEVER, 0))).isEqualTo(100);
        assertThat(amount(new Rules.Overtime(3600), 0, visit(2), Days.due(visit(1), 14 * HOUR + 100, Visit.NEVER, 0))).isZero();
    }

    @Test
    void preferredEngineerSavesThePrice() {
        assertThat(amount(new Rules.PreferredEngineer(3, 6, 9), Days.by(visit(1), Set.of(), Set.of(), Set.of(7)))).isEqualTo(9);
        assertThat(amount(new Rules.PreferredEngineer(3, 6, 9), Days.by(visit(1), Set.of(), Set.of(), Set.of(7, 1)))).isZero();
        assertThat(amount(new Rules.PreferredEngineer(3, 6, 9), visit(1))).isZero();
    }

    @Test
    void calmPlanCostsTheChange() {
        assertThat(amount(new Rules.CalmPlan(9), Days.held(visit(1), OptionalInt.empty(), OptionalInt.of(7)))).isEqualTo(9);
        assertThat(amount(new Rules.CalmPlan(9), Days.held(visit(1), OptionalInt.empty(), OptionalInt.of(1)))).isZero();
    }

    @Test
    void scarceSkillCountsLevelsAboveTheNeed() {
        assertThat(amount(new Rules.ScarceSkill(9), Days.needing(visit(1), Map.of("laser", 1), Map.of()))).isEqualTo(9);
        assertThat(amount(new Rules.ScarceSkill(9), Days.needing(visit(1), Map.of("laser", 2), Map.of()))).isZero();
    }

    @Test
    void everyRuleSpeaksBothLanguages() {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            RuleTexts texts = new RuleTexts(locale);
            for (Rule rule : Rules.standard(Weights.USUAL)) {
                assertThat(texts.line(new Contribution(1, rule.id(), rule.level(), 5))).as(rule.id()).isNotBlank().doesNotStartWith(rule.id());
            }
        }
        assertThat(new RuleTexts(Locale.ENGLISH).line(new Contribution(1, "customer-window", Level.HARD, 3660))).isEqualTo("Begins 1:01 h after the last window");
        assertThat(new RuleTexts(Locale.CHINA).line(new Contribution(1, "overtime", Level.PREFERENCE, 250))).isEqualTo("加班：2.50");
    }
}
