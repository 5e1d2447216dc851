package org.firstfix.diagnosis.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firstfix.platform.problem.Problem;

/** At most two parts travel with an engineer. */
public final class AtMostTwoPartsPerVisit {
    public static final int MOST = 2;

    private AtMostTwoPartsPerVisit() {}

    public static void check(List<String> parts) {
        if (parts.size() > MOST) {
            throw Problem.invalidField("parts", "diagnosis.more-than-two-parts", Map.of("count", parts.size()));
        }
        Set<String> seen = new HashSet<>();
        parts.stream().filter(part -> !seen.add(part)).findFirst().ifPresent(part -> {
            throw Problem.invalidField("parts", "diagnosis.part-twice", Map.of("part", part));
        });
    }
}
