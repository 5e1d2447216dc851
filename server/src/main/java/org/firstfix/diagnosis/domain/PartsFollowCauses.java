package org.firstfix.diagnosis.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.firstfix.faultfinding.PartSets;
import org.firstfix.faultfinding.Prediction;

/**
 * When a check or an earlier visit has moved the causes, the parts move with them: each set of parts by as much as the
 * causes that its parts mend have moved, and no parts by as much as the causes that no part mends.
 */
public final class PartsFollowCauses {
    private PartsFollowCauses() {}

    /** @param mends the kinds of parts that mend a cause; empty when none does */
    public static PartSets move(Prediction before, Prediction after, Function<String, Set<String>> mends) {
        Map<String, Double> was = byKind(before, mends);
        Map<String, Double> is = byKind(after, mends);
        List<PartSets.PartSet> moved = new ArrayList<>();
        double sum = 0;
        for (PartSets.PartSet set : before.partSets().sets()) {
            double ratio = set.parts().isEmpty() ? ratio("", was, is)
                    : set.parts().stream().mapToDouble(kind -> ratio(kind, was, is)).reduce(1, (one, other) -> one * other);
            moved.add(new PartSets.PartSet(set.parts(), set.probability() * ratio));
            sum += set.probability() * ratio;
        }
        double unknown = before.partSets().unknown() * (before.unknownCause() > 0 ? after.unknownCause() / before.unknownCause() : 1);
        double all = sum + unknown;
        return all == 0 ? new PartSets(List.of(), 1)
                : new PartSets(moved.stream().map(set -> new PartSets.PartSet(set.parts(), set.probability() / all)).toList(), unknown / all);
    }

    private static double ratio(String kind, Map<String, Double> was, Map<String, Double> is) {
        double before = was.getOrDefault(kind, 0.0);
        return before == 0 ? 1 : is.getOrDefault(kind, 0.0) / before;
    }

    /** Probability of all causes that a kind of part mends; of those that none mends under the empty name. */
    private static Map<String, Double> byKind(Prediction prediction, Function<String, Set<String>> mends) {
        Map<String, Double> sums = new HashMap<>();
        prediction.causes().forEach(cause -> {
            Set<String> kinds = mends.apply(cause.name());
            (kinds.isEmpty() ? Set.of("") : kinds).forEach(kind -> sums.merge(kind, cause.probability(), Double::sum));
        });
        return sums;
    }
}
