package org.firstfix.diagnosis.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The models that predict, and how well each did. */
public interface Models {
    Optional<LearntModel> inUse();

    Optional<LearntModel> shadow();

    /** The first one is in use at once; the later ones begin as shadows. Another server may have been first: then that one is returned. */
    LearntModel add(LearntModel.Basis basis, LearntModel.Status status, Instant at);

    void takeOver(LearntModel shadow, String verdict, Instant at);

    void retire(LearntModel shadow, String verdict, Instant at);

    /** Written once: whichever server predicts it first. @param at when it was found */
    void score(LearntModel model, boolean inUse, long ticket, ModelScore score, Instant at);

    /** Findings that both predicted, the oldest first: log loss of the one in use, log loss of the shadow. */
    List<Duel> duels(int inUse, int shadow);

    record Duel(double inUse, double shadow) {}
}
