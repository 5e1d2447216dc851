package org.firstfix.faultfinding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Something to ask or to look at whose answer is yes or no.
 *
 * @param name for example {@code is the fan turning}
 * @param yes probability of a yes by cause, strictly between 0 and 1: even a sure sign is sometimes read wrongly
 * @param otherwise the same for causes not named and for a cause nobody knows
 */
public record GuidedCheck(String name, Map<String, Double> yes, double otherwise) {

    public GuidedCheck {
        yes = Collections.unmodifiableMap(new TreeMap<>(yes));
        yes.forEach((cause, probability) -> requireDoubt(name, cause, probability));
        requireDoubt(name, "any other cause", otherwise);
    }

    /** @param bits how much the answer is expected to tell about the cause, 0 to 1 */
    public record Worth(GuidedCheck check, double bits) {}

    private static void requireDoubt(String name, String cause, double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("the check \"" + name + "\" answers yes with probability " + probability + " for " + cause
                    + ". It has to lie between 0 and 1, for example 0.98 for a sure sign.");
        }
    }

    private double yes(String cause) {
        return yes.getOrDefault(cause, otherwise);
    }

    /** Checks by how much they are expected to tell, the most telling first: expected information gain (Lindley 1956). */
    public static List<Worth> ranked(Prediction prediction, List<GuidedCheck> checks) {
        return checks.stream().map(check -> new Worth(check, check.bits(prediction)))
                .sorted(Comparator.comparingDouble(Worth::bits).reversed().thenComparing(worth -> worth.check().name())).toList();
    }

    private double bits(Prediction prediction) {
        double answered = prediction.unknownCause() * otherwise;
        double doubtLeft = prediction.unknownCause() * doubt(otherwise);
        double all = prediction.unknownCause();
        for (Prediction.Likely likely : prediction.causes()) {
            answered += likely.probability() * yes(likely.name());
            doubtLeft += likely.probability() * doubt(yes(likely.name()));
            all += likely.probability();
        }
        return all == 0 ? 0 : Math.max(0, doubt(answered / all) - doubtLeft / all);
    }

    private static double doubt(double probability) {
        return probability <= 0 || probability >= 1 ? 0
                : -(probability * Math.log(probability) + (1 - probability) * Math.log(1 - probability)) / Math.log(2);
    }

    /** The prediction once the answer is known. The sets of parts stay as they were. */
    public Prediction answered(Prediction before, boolean isYes) {
        double sum = before.unknownCause() * given(otherwise, isYes);
        for (Prediction.Likely likely : before.causes()) {
            sum += likely.probability() * given(yes(likely.name()), isYes);
        }
        List<Prediction.Likely> causes = new ArrayList<>();
        for (Prediction.Likely likely : before.causes()) {
            causes.add(new Prediction.Likely(likely.name(), likely.probability() * given(yes(likely.name()), isYes) / sum, likely.evidence()));
        }
        causes.sort(Comparator.comparingDouble(Prediction.Likely::probability).reversed());
        return new Prediction(causes, before.unknownCause() * given(otherwise, isYes) / sum, before.partSets());
    }

    private static double given(double yes, boolean isYes) {
        return isYes ? yes : 1 - yes;
    }
}
