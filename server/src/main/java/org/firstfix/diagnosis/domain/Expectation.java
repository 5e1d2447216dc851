package org.firstfix.diagnosis.domain;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firstfix.platform.problem.Problem;

/**
 * What somebody expects: likely causes, the most likely first, and the parts to carry. "Don't know" is an answer, and
 * parts may be carried all the same.
 */
public record Expectation(boolean unknown, List<Likely> causes, List<String> parts, String remarks) {
    private static final int MOST_CAUSES = 10;

    public static final Expectation NOTHING = new Expectation(false, List.of(), List.of(), "");

    public record Likely(String causeCode, BigDecimal probability) {}

    public Expectation {
        causes = causes.stream().sorted(Comparator.comparing(Likely::probability).reversed()).toList();
        parts = List.copyOf(parts);
    }

    /** What a person may record. */
    public void check() {
        AtMostTwoPartsPerVisit.check(parts);
        if (unknown && !causes.isEmpty()) {
            throw Problem.invalidField("likelyCauses", "diagnosis.unknown-with-causes", Map.of());
        }
        if (!unknown && causes.isEmpty()) {
            throw Problem.invalidField("likelyCauses", "diagnosis.nothing-said", Map.of());
        }
        if (causes.size() > MOST_CAUSES) {
            throw Problem.invalidField("likelyCauses", "diagnosis.too-many-causes", Map.of("most", MOST_CAUSES, "count", causes.size()));
        }
        Set<String> seen = new HashSet<>();
        for (Likely likely : causes) {
            if (likely.probability().signum() <= 0 || likely.probability().compareTo(BigDecimal.ONE) > 0) {
                throw Problem.invalidField("likelyCauses", "diagnosis.probability-out-of-range",
                        Map.of("probability", likely.probability().toPlainString()));
            }
            if (!seen.add(likely.causeCode())) {
                throw Problem.invalidField("likelyCauses", "diagnosis.cause-twice", Map.of("cause", likely.causeCode()));
            }
        }
        probabilitiesAddUpToOneAtMost();
    }

    private void probabilitiesAddUpToOneAtMost() {
        BigDecimal sum = causes.stream().map(Likely::probability).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(BigDecimal.ONE) > 0) {
            throw Problem.invalidField("likelyCauses", "diagnosis.probabilities-above-one", Map.of("sum", sum.toPlainString()));
        }
    }

    public List<String> causeCodes() {
        return causes.stream().map(Likely::causeCode).toList();
    }
}
