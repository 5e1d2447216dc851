package org.firstfix.diagnosis.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firstfix.diagnosis.PartsForecast.ProbablePart;
import org.firstfix.diagnosis.domain.Expectation.Likely;

/**
 * What the parts that are to be carried are for: each likely cause asks for the part that mends it. Whoever names a part that no
 * likely cause asks for expects something else to be broken, so such parts share what the causes leave open.
 */
public final class PartsARepairMayTake {
    private PartsARepairMayTake() {}

    /**
     * @param carried kind of each part, by its number
     * @param mends kinds of parts that mend a cause
     */
    public static List<ProbablePart> of(List<Likely> causes, List<String> parts, Map<String, String> carried, Map<String, Set<String>> mends) {
        double open = Math.max(0, 1 - causes.stream().mapToDouble(cause -> cause.probability().doubleValue()).sum());
        List<String> unexplained = parts.stream().filter(part -> causes.stream().noneMatch(cause -> isFor(part, cause, carried, mends))).toList();
        List<ProbablePart> probable = new ArrayList<>();
        for (String part : parts) {
            double probability = unexplained.contains(part) ? open / unexplained.size() : causes.stream()
                    .filter(cause -> part.equals(partFor(cause, parts, carried, mends))).mapToDouble(cause -> cause.probability().doubleValue()).sum();
            probable.add(new ProbablePart(part, Math.min(1, probability)));
        }
        return probable;
    }

    private static boolean isFor(String part, Likely cause, Map<String, String> carried, Map<String, Set<String>> mends) {
        return mends.getOrDefault(cause.causeCode(), Set.of()).contains(carried.get(part));
    }

    /** The first one that mends it: a cause takes one part. */
    private static String partFor(Likely cause, List<String> parts, Map<String, String> carried, Map<String, Set<String>> mends) {
        return parts.stream().filter(part -> isFor(part, cause, carried, mends)).findFirst().orElse("");
    }
}
