package org.firstfix.diagnosis.domain;

import java.util.Map;
import java.util.Set;
import org.firstfix.faultfinding.GuidedCheck;
import org.firstfix.faultfinding.Prediction;

/** What moved the engine's prediction in one case; kept with it, so that it can be computed again. */
public sealed interface Adjustment {
    Prediction apply(Prediction before);

    /** Earlier visits have shown that it is none of these. */
    record RuledOut(Set<String> causes) implements Adjustment {
        public RuledOut {
            causes = Set.copyOf(causes);
        }

        @Override
        public Prediction apply(Prediction before) {
            return before.without(causes);
        }
    }

    /**
     * A check was answered.
     *
     * @param yesWhen probability of a yes by cause at the time of the answer; {@code otherwise} of all others
     */
    record Answered(String check, boolean isYes, Map<String, Double> yesWhen, double otherwise) implements Adjustment {
        @Override
        public Prediction apply(Prediction before) {
            return new GuidedCheck(check, yesWhen, otherwise).answered(before, isYes);
        }
    }
}
