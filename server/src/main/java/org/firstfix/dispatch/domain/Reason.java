package org.firstfix.dispatch.domain;

import java.util.Map;
import org.firstfix.routing.plan.Level;

/**
 * What one rule says about a visit by somebody.
 *
 * @param rule its id; the words are {@code dispatch.rule.<rule>} of the texts
 * @param amount in the unit of the level: cents, or for hard rules seconds, levels, pieces or 1
 * @param values what the words show
 */
public record Reason(String rule, Level level, long amount, Map<String, Object> values) {
    public static final String ABSENT = "absent";
    /** The visit needs several, and nobody can join. */
    public static final String NO_CREW = "no-crew";
    public static final String NO_SHIFT = "no-shift";
    /** Another visit is there that cannot go away. */
    public static final String OCCUPIED = "occupied";

    public Reason {
        values = Map.copyOf(values);
    }
}
