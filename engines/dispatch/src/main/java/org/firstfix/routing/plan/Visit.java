package org.firstfix.routing.plan;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Work at a place.
 *
 * @param id not 0
 * @param service seconds
 * @param windows in which work may begin, in order and apart; none for any time
 * @param skills level needed of each skill
 * @param parts pieces consumed
 * @param notBefore earliest start, such as the arrival of an ordered part
 * @param due instant by which work begins without penalty, {@link #NEVER} for none
 * @param lateCentsPerMinute price of each minute after {@code due}
 * @param absenceCents price of leaving it undone
 * @param required only these engineers; empty for all
 * @param chain who should go, rank by rank: the engineer dedicated to the customer, first stand-ins, second ones; empty for no preference
 * @param pinned the engineer a person has chosen; hard rules about this visit then only tell
 * @param current the engineer of the plan that is in force
 * @param near from when on, before {@code due}, a minute costs something although it is not late yet, {@link Step#NONE} for never
 * @param later from when on a minute of lateness costs another price, in order and after {@code due}
 * @param better begin after which the work may not be finished that day, {@link #NEVER} for none
 * @param completion what it probably takes
 */
public record Visit(int id, int place, int service, List<Window> windows, Map<String, Integer> skills, Map<String, Integer> parts, int notBefore, int due,
        long lateCentsPerMinute, long absenceCents, Set<Integer> required, Set<Integer> excluded, List<Set<Integer>> chain, OptionalInt pinned,
        OptionalInt current, Step near, List<Step> later, int better, Completion completion) {
    public static final int NEVER = Integer.MAX_VALUE;

    /** @param from first and {@code to} last second at which work may begin */
    public record Window(int from, int to) {
        public Window {
            if (from > to) {
                throw new IllegalArgumentException("a window from " + from + " to " + to + " has no time in it.");
            }
        }
    }

    /** @param centsPerMinute of each minute begun {@code from} this second on */
    public record Step(int from, long centsPerMinute) {
        public static final Step NONE = new Step(NEVER, 0);
    }

    /** @param preferred these engineers rather than others; empty for no preference */
    public Visit(int id, int place, int service, List<Window> windows, Map<String, Integer> skills, Map<String, Integer> parts, int notBefore, int due,
            long lateCentsPerMinute, long absenceCents, Set<Integer> required, Set<Integer> excluded, Set<Integer> preferred, OptionalInt pinned,
            OptionalInt current) {
        this(id, place, service, windows, skills, parts, notBefore, due, lateCentsPerMinute, absenceCents, required, excluded,
                preferred.isEmpty() ? List.of() : List.of(preferred), pinned, current, Step.NONE, List.of(), NEVER, Completion.NONE);
    }

    public Visit {
        windows = List.copyOf(windows);
        skills = Map.copyOf(skills);
        parts = Map.copyOf(parts);
        required = Set.copyOf(required);
        excluded = Set.copyOf(excluded);
        chain = chain.stream().map(Set::copyOf).toList();
        later = List.copyOf(later);
        if (service < 0 || lateCentsPerMinute < 0 || absenceCents < 0) {
            throw new IllegalArgumentException("visit " + id + ": service time and prices must not be negative.");
        }
        for (int i = 1; i < windows.size(); i++) {
            if (windows.get(i).from() <= windows.get(i - 1).to()) {
                throw new IllegalArgumentException("visit " + id + ": the windows " + windows.get(i - 1) + " and " + windows.get(i) + " are not in order.");
            }
        }
        if (near != Step.NONE && (near.from() >= due || near.centsPerMinute() < 0)) {
            throw new IllegalArgumentException("visit " + id + ": " + near.centsPerMinute() + " cents a minute from " + near.from() + " do not begin before "
                    + due + ", or are no price.");
        }
        int from = due;
        for (Step step : later) {
            if (step.from() <= from || step.centsPerMinute() < 0) {
                throw new IllegalArgumentException("visit " + id + ": lateness at " + step.centsPerMinute() + " cents a minute from " + step.from()
                        + " does not come after " + from + ", or is no price.");
            }
            from = step.from();
        }
    }

    /** The first rank of the {@link #chain}. */
    public Set<Integer> preferred() {
        return chain.isEmpty() ? Set.of() : chain.getFirst();
    }

    public Visit withWindows(List<Window> newWindows) {
        return new Visit(id, place, service, newWindows, skills, parts, notBefore, due, lateCentsPerMinute, absenceCents, required, excluded, chain, pinned,
                current, near, later, better, completion);
    }

    /** @param newChain rank by rank */
    public Visit withChain(List<Set<Integer>> newChain) {
        return new Visit(id, place, service, windows, skills, parts, notBefore, due, lateCentsPerMinute, absenceCents, required, excluded, newChain, pinned,
                current, near, later, better, completion);
    }

    public Visit withNear(Step newNear) {
        return new Visit(id, place, service, windows, skills, parts, notBefore, due, lateCentsPerMinute, absenceCents, required, excluded, chain, pinned,
                current, newNear, later, better, completion);
    }

    public Visit withLater(List<Step> newLater) {
        return new Visit(id, place, service, windows, skills, parts, notBefore, due, lateCentsPerMinute, absenceCents, required, excluded, chain, pinned,
                current, near, newLater, better, completion);
    }

    public Visit withBetter(int newBetter) {
        return new Visit(id, place, service, windows, skills, parts, notBefore, due, lateCentsPerMinute, absenceCents, required, excluded, chain, pinned,
                current, near, later, newBetter, completion);
    }

    public Visit withCompletion(Completion newCompletion) {
        return new Visit(id, place, service, windows, skills, parts, notBefore, due, lateCentsPerMinute, absenceCents, required, excluded, chain, pinned,
                current, near, later, better, newCompletion);
    }
}
