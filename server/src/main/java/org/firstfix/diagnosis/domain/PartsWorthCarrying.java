package org.firstfix.diagnosis.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Which two kinds of part would have mended most of the counted cases: causes that need the same part count together. */
public final class PartsWorthCarrying {
    private PartsWorthCarrying() {}

    /** @param chance that this part is the one that mends it */
    public record Worth(String partKind, double chance) {}

    /**
     * @param partKind the kind of part that mends a cause; empty if none does
     * @param available whether a part of that kind fits the machine
     */
    public static List<Worth> kinds(List<CountedCauses.Counted> causes, Function<String, String> partKind,
            java.util.function.Predicate<String> available) {
        Map<String, Double> chances = new LinkedHashMap<>();
        causes.forEach(cause -> {
            String kind = partKind.apply(cause.causeCode());
            if (!kind.isEmpty() && available.test(kind)) {
                chances.merge(kind, cause.probability(), Double::sum);
            }
        });
        List<Worth> worth = new ArrayList<>();
        chances.forEach((kind, chance) -> worth.add(new Worth(kind, chance)));
        worth.sort(Comparator.comparingDouble(Worth::chance).reversed().thenComparing(Worth::partKind));
        return worth.subList(0, Math.min(AtMostTwoPartsPerVisit.MOST, worth.size()));
    }
}
