package org.firstfix.faultfinding;

import java.util.List;
import java.util.Set;

/**
 * What it probably is, and what it probably takes.
 *
 * @param causes the most probable first
 * @param unknownCause the probability that the cause is one nobody has reported yet; with the causes' it makes one
 * @param partSets the sets of parts the repair may consume
 */
public record Prediction(List<Likely> causes, double unknownCause, PartSets partSets) {

    /**
     * @param name of the cause
     * @param probability 0 to 1
     * @param evidence why, the strongest of each kind first
     */
    public record Likely(String name, double probability, List<Evidence> evidence) {
        public Likely {
            evidence = List.copyOf(evidence);
        }
    }

    public Prediction {
        causes = List.copyOf(causes);
    }

    /** What is left when these causes turned out not to be it: the others and the unknown grow in proportion. The sets of parts stay as they were. */
    public Prediction without(Set<String> ruledOut) {
        List<Likely> left = causes.stream().filter(cause -> !ruledOut.contains(cause.name())).toList();
        double sum = unknownCause + left.stream().mapToDouble(Likely::probability).sum();
        return sum == 0 ? new Prediction(left, 1, partSets)
                : new Prediction(left.stream().map(cause -> new Likely(cause.name(), cause.probability() / sum, cause.evidence())).toList(), unknownCause / sum, partSets);
    }

    /** Whether the honest answer is "I don't know": a cause nobody has seen is more probable than any that is known. */
    public boolean isUnknown() {
        return causes.isEmpty() || unknownCause > causes.getFirst().probability();
    }
}
