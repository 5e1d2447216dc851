package org.firstfix.diagnosis.domain;

import java.time.Instant;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What a model was learnt from. The same figures give the same model, on every server and years later.
 *
 * @param learntUpTo place of the last ticket that was learnt at once; the later ones are learnt one by one
 * @param makersVersion of the makers' fault table
 * @param catalogue names of parts as they were then
 * @param halfLifeDays after which a ticket counts half; none when old evidence counts like new
 */
public record LearntModel(int number, long learntUpTo, int tickets, long makersVersion, OptionalDouble halfLifeDays, Set<String> catalogue,
        Status status, Instant madeAt) {
    public LearntModel {
        catalogue = Set.copyOf(catalogue);
    }

    /** What a model is to be learnt from. */
    public record Basis(long learntUpTo, int tickets, long makersVersion, OptionalDouble halfLifeDays, Set<String> catalogue) {}

    public enum Status {
        /** Predicts beside the one in use, and nobody sees it. */
        SHADOW,
        IN_USE,
        RETIRED
    }
}
