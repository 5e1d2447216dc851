package org.firstfix.routing.plan;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a visit probably takes, and what it costs if the engineer does not have it.
 *
 * @param sets of parts, each with its probability; what is left to 1 takes no part
 * @param secondVisitCents price of coming again
 */
public record Completion(List<PartSet> sets, long secondVisitCents) {
    /** Certain, in the unit of probabilities. */
    public static final int CERTAIN = 1_000_000;
    /** Kinds of parts that are loaded at the depot for one visit. */
    public static final int CARRIED = 2;
    public static final Completion NONE = new Completion(List.of(), 0);

    /**
     * @param millionths probability
     * @param parts pieces that a repair takes together
     */
    public record PartSet(int millionths, Map<String, Integer> parts) {
        public PartSet {
            parts = Map.copyOf(parts);
            if (millionths < 0 || millionths > CERTAIN || parts.values().stream().anyMatch(pieces -> pieces < 1)) {
                throw new IllegalArgumentException("the parts " + new TreeMap<>(parts) + " with probability " + millionths / (double) CERTAIN
                        + ": a probability from 0 to 1 and pieces above 0 are needed.");
            }
        }

        /** @param probability from 0 to 1 */
        public static PartSet of(double probability, Map<String, Integer> parts) {
            return new PartSet((int) Math.round(probability * CERTAIN), parts);
        }
    }

    public Completion {
        sets = List.copyOf(sets);
        if (secondVisitCents < 0 || sets.stream().mapToLong(PartSet::millionths).sum() > CERTAIN) {
            throw new IllegalArgumentException("probable parts: the probabilities sum to more than 1, or a second visit costs less than nothing.");
        }
    }
}
