package org.firstfix.diagnosis.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What was expected when the engineer left for a visit. Never changes; the truth is compared with it. */
public record Prediction(int visit, Diagnosis.Source source, Diagnosis.Answer answer, Expectation expectation, Optional<Diagnosis.Author> author,
        Instant frozenAt, Optional<EngineWord> engine) {
    /**
     * @param topHit the most likely cause was among the true ones; none without a prediction
     * @param anyHit one of the likely causes was
     * @param partsRight carried and used
     * @param engineTopHit the same of the engine's own word; {@code engineCovered} its parts were all that was needed
     */
    public record Score(Optional<Boolean> topHit, Optional<Boolean> anyHit, int partsCarried, int partsNeeded, int partsRight,
            Optional<Boolean> engineTopHit, Optional<Boolean> engineCovered) {
        /** Nothing was predicted. */
        public static Score without(int partsNeeded) {
            return new Score(Optional.empty(), Optional.empty(), 0, partsNeeded, 0, Optional.empty(), Optional.empty());
        }
    }

    /**
     * @param partsUsed numbers
     * @param kindsUsed kinds of the same parts; none when nobody told
     */
    public Score compare(Collection<String> trueCauses, Collection<String> partsUsed, Optional<List<String>> kindsUsed) {
        List<String> expected = expectation.causeCodes();
        boolean judged = !expected.isEmpty() && !trueCauses.isEmpty();
        Set<String> used = new LinkedHashSet<>(partsUsed);
        int right = (int) expectation.parts().stream().filter(used::contains).count();
        return new Score(judged ? Optional.of(trueCauses.contains(expected.getFirst())) : Optional.empty(),
                judged ? Optional.of(expected.stream().anyMatch(trueCauses::contains)) : Optional.empty(),
                expectation.parts().size(), used.size(), right,
                engine.flatMap(EngineWord::cause).filter(cause -> !trueCauses.isEmpty()).map(trueCauses::contains),
                engine.flatMap(word -> kindsUsed.map(kinds -> new HashSet<>(word.partKinds()).containsAll(kinds))));
    }
}
