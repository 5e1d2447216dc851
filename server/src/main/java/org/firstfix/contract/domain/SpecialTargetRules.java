package org.firstfix.contract.domain;

import java.util.List;
import java.util.Map;
import org.firstfix.contract.SpecialTarget;
import org.firstfix.platform.problem.Problem;

/** Which special targets may be agreed. Each rule is a method. */
public final class SpecialTargetRules {
    private SpecialTargetRules() {}

    /** @throws Problem 400 naming the target by its position in the field */
    public static List<SpecialTarget> checked(String field, List<SpecialTarget> targets) {
        for (int i = 0; i < targets.size(); i++) {
            SpecialTarget target = targets.get(i);
            if (isUsual(target)) {
                throw Problem.invalidField(field + "[" + i + "]", "contract.special-target-usual", Map.of("milestone", target.milestone().name()));
            }
            if (isSaidTwice(target, targets.subList(0, i))) {
                throw Problem.invalidField(field + "[" + i + "]", "contract.special-target-twice", Map.of("milestone", target.milestone().name()));
            }
        }
        return List.copyOf(targets);
    }

    /** What asks for neither an importance nor an impact is the usual target of its priority. */
    static boolean isUsual(SpecialTarget target) {
        return target.importance().isEmpty() && target.impact().isEmpty();
    }

    static boolean isSaidTwice(SpecialTarget target, List<SpecialTarget> before) {
        return before.stream().anyMatch(target::asksTheSameAs);
    }
}
