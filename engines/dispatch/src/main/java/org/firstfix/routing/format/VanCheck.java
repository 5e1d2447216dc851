package org.firstfix.routing.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.firstfix.routing.plan.Completion;
import org.firstfix.routing.plan.Engineer;
import org.firstfix.routing.plan.Visit;

/** Recounts a van for {@link DayCheck}, by the names of the parts. */
final class VanCheck {
    private static final long PIECE = Completion.CERTAIN;

    private final Map<String, Integer> pieces;
    /** Millionths of pieces that are expected to be left. */
    private final Map<String, Long> expected = new HashMap<>();

    VanCheck(Engineer engineer) {
        pieces = new HashMap<>(engineer.stock());
        pieces.forEach((part, count) -> expected.put(part, count * PIECE));
    }

    /** @return how many pieces are missing of those the visit takes for certain */
    int take(Visit visit, boolean loaded) {
        int missing = 0;
        for (Map.Entry<String, Integer> need : visit.parts().entrySet()) {
            if (!loaded) {
                int left = pieces.getOrDefault(need.getKey(), 0) - need.getValue();
                missing += Math.max(0, -left);
                pieces.put(need.getKey(), Math.max(0, left));
                expected.merge(need.getKey(), -need.getValue() * PIECE, (held, taken) -> Math.max(0, held + taken));
                expected.computeIfPresent(need.getKey(), (part, held) -> Math.max(0, held));
            }
        }
        return missing;
    }

    /** @return the chance, in millionths, that a probable part is missing; what is expected to be taken is gone afterwards */
    long lacking(Visit visit, boolean loaded) {
        if (visit.completion().secondVisitCents() == 0) {
            return 0;
        }
        Map<String, Long> taken = new TreeMap<>();
        for (Completion.PartSet set : visit.completion().sets()) {
            set.parts().forEach((part, count) -> taken.merge(part, (long) set.millionths() * count, Long::sum));
        }
        Set<String> carried = Set.of();
        long least = lacking(visit, carried);
        if (loaded && least > 0) {
            for (Set<String> load : loads(new ArrayList<>(taken.keySet()))) {
                long lacking = lacking(visit, load);
                if (lacking < least) {
                    least = lacking;
                    carried = load;
                }
            }
        }
        for (Map.Entry<String, Long> part : taken.entrySet()) {
            if (!carried.contains(part.getKey())) {
                expected.put(part.getKey(), Math.max(0, expected.getOrDefault(part.getKey(), 0L) - part.getValue()));
            }
        }
        return least;
    }

    /** Every choice of one or two kinds of parts. */
    private static List<Set<String>> loads(List<String> parts) {
        List<Set<String>> loads = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            for (int j = i; j < parts.size(); j++) {
                loads.add(new TreeSet<>(List.of(parts.get(i), parts.get(j))));
            }
        }
        return loads;
    }

    private long lacking(Visit visit, Set<String> carried) {
        long lacking = 0;
        for (Completion.PartSet set : visit.completion().sets()) {
            long there = set.millionths();
            for (Map.Entry<String, Integer> part : new TreeMap<>(set.parts()).entrySet()) {
                if (!carried.contains(part.getKey())) {
                    long ofLast = expected.getOrDefault(part.getKey(), 0L) - (part.getValue() - 1) * PIECE;
                    there = there * Math.max(0, Math.min(PIECE, ofLast)) / PIECE;
                }
            }
            lacking += set.millionths() - there;
        }
        return lacking;
    }
}
