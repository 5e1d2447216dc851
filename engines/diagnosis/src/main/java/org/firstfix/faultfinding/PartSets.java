package org.firstfix.faultfinding;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/**
 * Which sets of parts the repair may consume.
 *
 * @param sets the most probable first
 * @param unknown the probability that it is a set nobody has seen yet; with the sets' it makes one
 */
public record PartSets(List<PartSet> sets, double unknown) {

    /**
     * @param parts kinds of parts, sorted; empty when the repair takes none
     * @param probability 0 to 1
     */
    public record PartSet(SortedSet<String> parts, double probability) {}

    public PartSets {
        sets = sets.stream().sorted(Comparator.comparingDouble(PartSet::probability).reversed()).toList();
    }

    /** The probability that these parts are all that is needed: that of every set within them. */
    public double promise(Set<String> carried) {
        return sets.stream().filter(set -> carried.containsAll(set.parts())).mapToDouble(PartSet::probability).sum();
    }

    /** The probability that the repair consumes this part, alone or with others. */
    public double need(String part) {
        return sets.stream().filter(set -> set.parts().contains(part)).mapToDouble(PartSet::probability).sum();
    }
}
