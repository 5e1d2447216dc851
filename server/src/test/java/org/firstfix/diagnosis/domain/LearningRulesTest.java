package org.firstfix.diagnosis.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.firstfix.diagnosis.SiteCondition;
import org.firstfix.diagnosis.domain.AShadowHasToWin.Verdict;
import org.firstfix.diagnosis.domain.CarryingPolicy.PartCost;
import org.firstfix.diagnosis.domain.Models.Duel;
import org.firstfix.diagnosis.domain.QuestionOfACase.AskedMachine;
import org.firstfix.diagnosis.domain.QuestionOfACase.LastFinding;
import org.firstfix.diagnosis.domain.QuestionOfACase.NamedSymptom;
import org.firstfix.faultfinding.Carrying;
import org.firstfix.faultfinding.PartSets;
import org.firstfix.faultfinding.PartSets.PartSet;
import org.firstfix.faultfinding.PartsToCarry;
import org.firstfix.faultfinding.Prediction;
import org.firstfix.faultfinding.Question;
import org.junit.jupiter.api.Test;

class LearningRulesTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    void aShadowWaitsUntilThereIsEnoughToJudge() {
        assertThat(AShadowHasToWin.decide(duels(19, 0.5, 0)).verdict()).isEqualTo(Verdict.WAITS);
        assertThat(AShadowHasToWin.decide(List.of()).verdict()).isEqualTo(Verdict.WAITS);
    }

    @Test
    void aShadowThatPredictsBetterTakesOver() {
        assertThat(AShadowHasToWin.decide(duels(40, 0.5, 0.3)).verdict()).isEqualTo(Verdict.WINS);
    }

    @Test
    void aShadowThatPredictsWorseOrNoBetterDoesNot() {
        assertThat(AShadowHasToWin.decide(duels(40, -0.5, 0.3)).verdict()).isEqualTo(Verdict.LOSES);
        assertThat(AShadowHasToWin.decide(duels(40, 0, 0)).verdict()).isEqualTo(Verdict.WAITS);
        assertThat(AShadowHasToWin.decide(duels(200, 0, 0)).verdict()).isEqualTo(Verdict.LOSES);
    }

    private static List<Duel> duels(int count, double gain, double noise) {
        Random random = new Random(7);
        List<Duel> duels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            duels.add(new Duel(1 + gain + noise * random.nextGaussian(), 1));
        }
        return duels;
    }

    @Test
    void aCaseWithTwoCausesCountsOnceAndItsPartsWhole() {
        var ticket = new FaultTicket(1, "C-1", Question.of("蓝屏"), List.of("board.mainboard", "memory.damaged"), Optional.of(List.of("MAINBOARD", "MEMORY")), NOW);
        var learnt = ticket.forTheEngine();
        assertThat(learnt.stream().filter(one -> one.repair().cause().isPresent()).mapToDouble(one -> one.weight()).sum()).isCloseTo(1, within(1e-12));
        assertThat(learnt.stream().filter(one -> one.repair().parts().isPresent()).toList()).singleElement()
                .satisfies(one -> assertThat(one.repair().parts().orElseThrow()).containsExactly("MAINBOARD", "MEMORY"));
        assertThat(new FaultTicket(1, "C-1", Question.of("x"), List.of("a"), Optional.empty(), NOW).forTheEngine()).singleElement()
                .satisfies(one -> assertThat(one.repair().parts()).isEmpty());
    }

    @Test
    void theQuestionKnowsTheMachineAndItsHistory() {
        Question question = new QuestionOfACase("开机无显示", "昨晚断电后", Optional.of(new NamedSymptom("power.no-display", "无显示", "No display")),
                Optional.of(new AskedMachine("SN-1", "R720", "R7x0", "1.2", Optional.of(NOW.minus(Duration.ofDays(731))),
                        Optional.of(new LastFinding(List.of("power.supply"), Set.of(SiteCondition.DUST), NOW.minus(Duration.ofDays(10)))))), NOW).question();
        assertThat(question.reported()).isEqualTo("开机无显示\n昨晚断电后\n无显示\nNo display");
        assertThat(question.machine()).containsExactly("SN-1", "R720", "R7x0");
        assertThat(question.figures().get("age_years")).isCloseTo(2, within(0.01));
        assertThat(question.figures().get("days_since_repair")).isCloseTo(10, within(1e-9));
        assertThat(question.facts()).isEqualTo(Map.of("symptom", "power.no-display", "firmware", "1.2", "last_cause", "power.supply", "site_dust", "yes"));
    }

    @Test
    void whatHappenedAfterTheQuestionIsNotInIt() {
        Question question = new QuestionOfACase("无显示", "", Optional.empty(), Optional.of(new AskedMachine("SN-1", "", "", "", Optional.empty(),
                Optional.of(new LastFinding(List.of("power.supply"), Set.of(), NOW.plusSeconds(60))))), NOW).question();
        assertThat(question.figures()).isEmpty();
        assertThat(question.facts()).isEmpty();
    }

    @Test
    void partsFollowTheirCausesAndWhatNoPartMendsFollowsToo() {
        Map<String, Set<String>> mends = Map.of("board", Set.of("MB"), "memory", Set.of("RAM"));
        Prediction before = prediction(Map.of("board", .5, "memory", .3, "slot", .1), .1, Map.of(Set.of("MB"), .5, Set.of("RAM"), .3, Set.of(), .1));
        Prediction after = before.without(Set.of("board"));
        PartSets moved = PartsFollowCauses.move(before, after, code -> mends.getOrDefault(code, Set.of()));
        assertThat(moved.need("MB")).isZero();
        assertThat(moved.need("RAM")).isCloseTo(.6, within(1e-9));
        assertThat(moved.promise(Set.of())).isCloseTo(.2, within(1e-9));
        PartSets same = PartsFollowCauses.move(before, before, code -> mends.getOrDefault(code, Set.of()));
        assertThat(same.need("MB")).isCloseTo(before.partSets().need("MB"), within(1e-12));
    }

    private static Prediction prediction(Map<String, Double> causes, double unknown, Map<Set<String>, Double> sets) {
        List<PartSet> parts = new ArrayList<>();
        sets.forEach((set, probability) -> parts.add(new PartSet(new TreeSet<>(set), probability)));
        double rest = 1 - sets.values().stream().mapToDouble(Double::doubleValue).sum();
        return new Prediction(causes.entrySet().stream().sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .map(cause -> new Prediction.Likely(cause.getKey(), cause.getValue(), List.of())).toList(), unknown, new PartSets(parts, rest));
    }

    @Test
    void whatDoesNotFitOrIsOutOfStockIsNotCarried() {
        PartSets sets = prediction(Map.of(), 1, Map.of(Set.of("MB"), .5, Set.of("RAM"), .3, Set.of("PSU"), .2)).partSets();
        CarryingPolicy policy = policy(List.of(new PartCost("RAM", money(900), money(15), money(0), false)));
        List<String> needed = List.of("MB", "RAM", "PSU");
        assertThat(carried(sets, policy.carrying(needed, Optional.empty()))).containsExactly("MB", "PSU");
        assertThat(carried(sets, policy.carrying(needed, Optional.of(Set.of("MB"))))).containsExactly("MB");
        assertThat(carried(sets, policy(List.of()).carrying(needed, Optional.empty()))).containsExactly("MB", "RAM");
    }

    @Test
    void aPartIsLeftWhereCarryingItCostsMoreThanItSaves() {
        PartSets sets = prediction(Map.of(), 1, Map.of(Set.of("MB"), .95, Set.of("RAM"), .05)).partSets();
        CarryingPolicy dear = policy(List.of(new PartCost("RAM", money(900), money(100), money(0), true)));
        assertThat(carried(sets, dear.carrying(List.of("MB", "RAM"), Optional.empty()))).containsExactly("MB");
    }

    private static List<String> carried(PartSets sets, Carrying carrying) {
        return PartsToCarry.best(sets, carrying).parts();
    }

    private static CarryingPolicy policy(List<PartCost> parts) {
        return new CarryingPolicy(1, money(600), money(800), money(15), 30, parts);
    }

    private static BigDecimal money(int amount) {
        return BigDecimal.valueOf(amount);
    }

    @Test
    void aFaultIsRepeatedWhenItComesBackSoonAfterItsRepair() {
        assertThat(RepeatFault.isSoonAfter(NOW, NOW.plus(Duration.ofDays(30)), 30)).isTrue();
        assertThat(RepeatFault.isSoonAfter(NOW, NOW.plus(Duration.ofDays(30)).plusSeconds(1), 30)).isFalse();
        assertThat(RepeatFault.isSoonAfter(NOW, NOW.minusSeconds(1), 30)).isFalse();
    }

    @Test
    void aNewFirstCauseOfASymptomIsReported() {
        List<FaultTicket> before = tickets("fan", Map.of("dust", 6, "bearing", 4));
        List<FaultTicket> now = new ArrayList<>(before);
        now.addAll(tickets("fan", Map.of("bearing", 8)));
        now.addAll(tickets("rare", Map.of("x", 2)));
        List<WhatChanged.Shift> shifts = WhatChanged.shifts(before, now);
        assertThat(shifts).extracting(WhatChanged.Shift::symptomCode).containsOnly("fan");
        assertThat(shifts.stream().filter(shift -> shift.causeCode().equals("bearing")).findFirst().orElseThrow().insteadOf()).contains("dust");
        assertThat(WhatChanged.shifts(before, before)).isEmpty();
        assertThat(WhatChanged.causesNeverFoundBefore(before, now)).containsExactly("x");
        assertThat(WhatChanged.causesNeverFoundBefore(before, before)).isEmpty();
    }

    private static List<FaultTicket> tickets(String symptom, Map<String, Integer> causes) {
        List<FaultTicket> tickets = new ArrayList<>();
        new HashMap<>(causes).forEach((cause, count) -> {
            for (int i = 0; i < count; i++) {
                tickets.add(new FaultTicket(0, "C", new Question("", List.of(), Map.of(), Map.of("symptom", symptom)), List.of(cause), Optional.empty(), NOW));
            }
        });
        return tickets;
    }

    @Test
    void aShareOfFewIsWide() {
        assertThat(HonestShare.of(2, 2).low()).isLessThan(0.4);
        assertThat(HonestShare.of(200, 200).low()).isGreaterThan(0.97);
        assertThat(HonestShare.of(0, 0)).isEqualTo(new HonestShare(0, 0, 0, 0, 1));
    }

    @Test
    void aModelIsScoredByWhatItGaveToTheTruth() {
        Prediction prediction = prediction(Map.of("board", .6, "memory", .3), .1, Map.of(Set.of("MB"), .7, Set.of("RAM"), .2));
        ModelScore right = ModelScore.of(prediction, new FaultTicket(1, "C", Question.of("x"), List.of("board"), Optional.of(List.of("MB")), NOW));
        assertThat(right.logLoss()).isCloseTo(-Math.log(.6), within(1e-12));
        assertThat(right.topHit()).isTrue();
        assertThat(right.covered()).contains(true);
        ModelScore never = ModelScore.of(prediction, new FaultTicket(1, "C", Question.of("x"), List.of("new"), Optional.empty(), NOW));
        assertThat(never.logLoss()).isCloseTo(-Math.log(.1), within(1e-12));
        assertThat(never.firstThree()).isFalse();
        assertThat(never.covered()).isEmpty();
    }
}
