package org.firstfix.dispatch.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.firstfix.routing.plan.Level;

/**
 * An overruling and what came of it, as far as it is known yet.
 *
 * @param more preference cents more; none where a hard rule stood in the way
 * @param onTime whether work began in time
 * @param fixed whether the visit solved it and no other one was needed
 */
public record Lesson(List<Overruling.Difference> lines, String rule, Optional<Long> moreMoney, Optional<Long> more, OverrulingReason reason,
        Optional<Boolean> onTime, Optional<Boolean> fixed) {
    /** Fewer are chance. */
    static final int LEAST_CASES = 5;
    private static final long STEP_CENTS = 50;
    /** Which weight a rule is priced by, and the figure it is called in the policy. */
    private static final Map<String, Weight> WEIGHTS = new TreeMap<>(Map.of(
            "preferred-engineer", new Weight("notPreferred", PlanningPolicy::notPreferred, Set.of(OverrulingReason.OWN_ENGINEER,
                    OverrulingReason.CUSTOMER_WISH, OverrulingReason.NONE_GIVEN)),
            "calm-plan", new Weight("changedEngineer", PlanningPolicy::changedEngineer, Set.of(OverrulingReason.CALM_DAY, OverrulingReason.NONE_GIVEN)),
            "scarce-skill", new Weight("surplusLevel", PlanningPolicy::surplusLevel, Set.of(OverrulingReason.LEARNING)),
            "travel-time", new Weight("travelPerHour", PlanningPolicy::travelPerHour, Set.of(OverrulingReason.NONE_GIVEN)),
            "overtime", new Weight("overtimePerHour", PlanningPolicy::overtimePerHour, Set.of(OverrulingReason.NONE_GIVEN))));

    /** @param reasons that a choice for the sake of this rule is made with; who says another one had something else in mind */
    private record Weight(String figure, ToLongFunction<PlanningPolicy> cents, Set<OverrulingReason> reasons) {}

    public Lesson {
        lines = List.copyOf(lines);
    }

    /**
     * How often a rule was overruled.
     *
     * @param averageMore cents accepted under that rule, on average; 0 for rules without a price
     * @param onTime of {@code began}, those that began in time; {@code fixed} of {@code ended}, those that were solved at once
     */
    public record RuleSum(String rule, int times, long averageMore, int onTime, int began, int fixed, int ended) {}

    /**
     * A weight to look at: people keep paying more for something than the house says it is worth.
     *
     * @param figure of the policy; {@code present} what it is now, in cents, {@code implied} what the choices would make it
     * @param cases in how many choices
     * @param averageMore cents each of them cost more, beyond what the weight is worth today
     * @param averageTravelMinutes more on the road in each; below zero for less
     */
    public record Suggestion(String rule, String figure, long present, long implied, int cases, long averageMore, long averageTravelMinutes) {}

    /** The rule overruled most first. */
    public static List<RuleSum> byRule(List<Lesson> lessons) {
        Map<String, List<Lesson>> byRule = new TreeMap<>();
        lessons.forEach(lesson -> byRule.computeIfAbsent(lesson.rule(), rule -> new ArrayList<>()).add(lesson));
        return byRule.entrySet().stream().map(entry -> sum(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(RuleSum::times).reversed().thenComparing(RuleSum::rule)).toList();
    }

    private static RuleSum sum(String rule, List<Lesson> lessons) {
        long more = lessons.stream().flatMap(lesson -> lesson.lines().stream()).filter(line -> line.rule().equals(rule) && line.level() != Level.HARD)
                .mapToLong(Overruling.Difference::more).sum();
        return new RuleSum(rule, lessons.size(), more / lessons.size(), count(lessons, Lesson::onTime, true), count(lessons, Lesson::onTime, false),
                count(lessons, Lesson::fixed, true), count(lessons, Lesson::fixed, false));
    }

    private static int count(List<Lesson> lessons, Function<Lesson, Optional<Boolean>> of, boolean onlyGood) {
        return (int) lessons.stream().map(of).flatMap(Optional::stream).filter(good -> good || !onlyGood).count();
    }

    /**
     * Weights that the choices speak against. A choice that saves {@code s} under a rule and still costs {@code m} more in all says
     * that what the rule is about is worth {@code (s + m) / s} times its weight at least. From five such choices on the median is told.
     */
    public static List<Suggestion> suggestions(List<Lesson> lessons, PlanningPolicy policy) {
        List<Suggestion> suggestions = new ArrayList<>();
        WEIGHTS.forEach((rule, weight) -> {
            List<Lesson> paid = lessons.stream().filter(lesson -> weight.reasons().contains(lesson.reason()) && lesson.paysFor(rule)).toList();
            long present = weight.cents().applyAsLong(policy);
            if (paid.size() >= LEAST_CASES && present > 0) {
                List<Long> implied = paid.stream().map(lesson -> lesson.implied(rule, present)).sorted().toList();
                long median = Math.ceilDiv(implied.get(implied.size() / 2), STEP_CENTS) * STEP_CENTS;
                suggestions.add(new Suggestion(rule, weight.figure(), present, median, paid.size(),
                        Math.round(paid.stream().mapToLong(lesson -> lesson.more().orElseThrow()).average().orElseThrow()), travelMinutes(paid, policy)));
            }
        });
        suggestions.sort(Comparator.comparingInt(Suggestion::cases).reversed().thenComparing(Suggestion::rule));
        return suggestions;
    }

    /** It saves something under the rule, costs more in all, and neither a hard rule nor lateness is mixed in. */
    boolean paysFor(String saved) {
        return saving(saved) > 0 && more.filter(cents -> cents > 0).isPresent() && moreMoney.filter(cents -> cents == 0).isPresent();
    }

    private long saving(String saved) {
        return -lines.stream().filter(line -> line.rule().equals(saved)).mapToLong(Overruling.Difference::more).sum();
    }

    private long implied(String saved, long weight) {
        return Math.round((double) weight * (saving(saved) + more.orElseThrow()) / saving(saved));
    }

    private static long travelMinutes(List<Lesson> lessons, PlanningPolicy policy) {
        double cents = lessons.stream().mapToLong(lesson -> -lesson.saving("travel-time")).average().orElse(0);
        return policy.travelPerHour() == 0 ? 0 : Math.round(cents * 60 / policy.travelPerHour());
    }
}
