package org.firstfix.diagnosis.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.firstfix.diagnosis.domain.Expectation.Likely;
import org.firstfix.faultfinding.Carrying;
import org.firstfix.faultfinding.FrozenPrediction;
import org.firstfix.faultfinding.PartsToCarry;
import org.firstfix.faultfinding.Prediction;

/**
 * What the engine says of one case: its own prediction with all it was computed from, what moved it, and the choices of
 * at most two kinds of parts, the best first.
 *
 * @param model number of the model
 */
public record Suggestion(int model, FrozenPrediction frozen, List<Adjustment> adjustments, Prediction prediction, List<PartsToCarry> choices) {
    private static final int CHOICES = 4;
    private static final int MOST_CAUSES = 3;

    public Suggestion {
        adjustments = List.copyOf(adjustments);
        choices = List.copyOf(choices);
    }

    /** @param mends the kinds of parts that mend a cause */
    public static Suggestion of(int model, FrozenPrediction frozen, List<Adjustment> adjustments, Function<String, Set<String>> mends, Carrying carrying) {
        Prediction prediction = moved(frozen.prediction(), adjustments, mends);
        return new Suggestion(model, frozen, adjustments, prediction, PartsToCarry.ranked(prediction.partSets(), carrying, CHOICES));
    }

    private static Prediction moved(Prediction engine, List<Adjustment> adjustments, Function<String, Set<String>> mends) {
        Prediction it = engine;
        for (Adjustment adjustment : adjustments) {
            it = adjustment.apply(it);
        }
        return adjustments.isEmpty() ? it : new Prediction(it.causes(), it.unknownCause(), PartsFollowCauses.move(engine, it, mends));
    }

    /**
     * The same as somebody would record it: the three most probable causes, or "don't know" when that is more probable than any.
     *
     * @param partOfKind number of the part that fits the machine; a kind without one is not carried
     */
    public Expectation expectation(Map<String, String> partOfKind) {
        List<String> parts = choices.getFirst().parts().stream().filter(partOfKind::containsKey).map(partOfKind::get).toList();
        if (prediction.isUnknown()) {
            return new Expectation(true, List.of(), parts, "");
        }
        List<Likely> likely = prediction.causes().stream().limit(MOST_CAUSES)
                .map(cause -> new Likely(cause.name(), BigDecimal.valueOf(cause.probability()).setScale(4, RoundingMode.DOWN)))
                .filter(cause -> cause.probability().signum() > 0).toList();
        return new Expectation(false, likely, parts, "");
    }

    /** The short of it, to be judged when the truth is known. */
    public EngineWord word() {
        PartsToCarry best = choices.getFirst();
        return prediction.causes().isEmpty() ? new EngineWord(model, Optional.empty(), 0, best.parts(), best.promise())
                : new EngineWord(model, Optional.of(prediction.causes().getFirst().name()), prediction.causes().getFirst().probability(), best.parts(), best.promise());
    }
}
