package org.firstfix.diagnosis.storage;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.firstfix.diagnosis.domain.Adjustment;

/** An adjustment as it is written: either the causes ruled out, or a check with its answer. */
public record KeptAdjustment(List<String> ruledOut, String check, boolean yes, Map<String, Double> yesWhen, double otherwise) {
    static List<KeptAdjustment> of(List<Adjustment> adjustments) {
        return adjustments.stream().map(KeptAdjustment::of).toList();
    }

    private static KeptAdjustment of(Adjustment adjustment) {
        return switch (adjustment) {
            case Adjustment.RuledOut(var causes) -> new KeptAdjustment(List.copyOf(new TreeSet<>(causes)), "", false, Map.of(), 0);
            case Adjustment.Answered(String check, boolean isYes, var yesWhen, double otherwise) ->
                    new KeptAdjustment(List.of(), check, isYes, yesWhen, otherwise);
        };
    }

    public Adjustment adjustment() {
        return check.isEmpty() ? new Adjustment.RuledOut(Set.copyOf(ruledOut)) : new Adjustment.Answered(check, yes, yesWhen, otherwise);
    }
}
