package org.firstfix.diagnosis.domain;

import java.util.List;
import java.util.Optional;

/**
 * The engine's own word at the moment the engineer left, whoever said otherwise.
 *
 * @param cause none when it knew none
 * @param partKinds at most two; {@code promise} the probability that they are all that is needed
 */
public record EngineWord(int model, Optional<String> cause, double probability, List<String> partKinds, double promise) {
    public EngineWord {
        partKinds = List.copyOf(partKinds);
    }
}
