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
 * @param preferred these engineers rather than others; empty for no preference
 * @param pinned the engineer a person has chosen; hard rules about this visit then only tell
 * @param current the engineer of the plan that is in force
 */
public record Visit(int id, int place, int service, List<Window> windows, Map<String, Integer> skills, Map<String, Integer> parts, int notBefore, int due,
        long lateCentsPerMinute, long absenceCents, Set<Integer> required, Set<Integer> excluded, Set<Integer> preferred, OptionalInt pinned,
        OptionalInt current) {
    public static final int NEVER = Integer.MAX_VALUE;

    /** @param from first and {@code to} last second at which work may begin */
    public record Window(int from, int to) {
        public Window {
            if (from > to) {
                throw new IllegalArgumentException("a window from " + from + " to " + to + " has no time in it.");
            }
        }
    }

    public Visit {
        windows = List.copyOf(windows);
        skills = Map.copyOf(skills);
        parts = Map.copyOf(parts);
        required = Set.copyOf(required);
        excluded = Set.copyOf(excluded);
        preferred = Set.copyOf(preferred);
        if (service < 0 || lateCentsPerMinute < 0 || absenceCents < 0) {
            throw new IllegalArgumentException("visit " + id + ": service time and prices must not be negative.");
        }
        for (int i = 1; i < windows.size(); i++) {
            if (windows.get(i).from() <= windows.get(i - 1).to()) {
                throw new IllegalArgumentException("visit " + id + ": the windows " + windows.get(i - 1) + " and " + windows.get(i) + " are not in order.");
            }
        }
    }
}
