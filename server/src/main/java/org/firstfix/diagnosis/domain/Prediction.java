package org.firstfix.diagnosis.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What was expected when the engineer left for a visit. Never changes; the truth is compared with it. */
public record Prediction(int visit, Diagnosis.Source source, Expectation expectation, Optional<Diagnosis.Author> author, Instant frozenAt) {
    /**
     * @param topHit the most likely cause was among the true ones; none without a prediction
     * @param anyHit one of the likely causes was
     * @param partsRight carried and used
     */
    public record Score(Optional<Boolean> topHit, Optional<Boolean> anyHit, int partsCarried, int partsNeeded, int partsRight) {}

    public Score compare(Collection<String> trueCauses, Collection<String> partsUsed) {
        List<String> expected = expectation.causeCodes();
        boolean judged = !expected.isEmpty() && !trueCauses.isEmpty();
        Set<String> used = new LinkedHashSet<>(partsUsed);
        int right = (int) expectation.parts().stream().filter(used::contains).count();
        return new Score(judged ? Optional.of(trueCauses.contains(expected.getFirst())) : Optional.empty(),
                judged ? Optional.of(expected.stream().anyMatch(trueCauses::contains)) : Optional.empty(),
                expectation.parts().size(), used.size(), right);
    }
}
