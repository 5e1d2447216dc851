package org.firstfix.contract.domain;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.firstfix.contract.PauseReason;
import org.firstfix.contract.PauseRight;
import org.firstfix.contract.PauseRights;
import org.firstfix.platform.problem.Problem;

/** When the clock of a promise may stand still. Each rule is a method. */
public final class PauseRightsRule {
    /** What holds where neither contract nor coverage code says anything, and so for a warranty: five days of nine hours. */
    public static final PauseRights HOUSE = new PauseRights(Stream.of(PauseReason.values())
            .map(reason -> new PauseRight(reason, true, Duration.ofHours(45).toMinutes())).toList());

    private static final Duration LONGEST = Duration.ofDays(366);

    private PauseRightsRule() {}

    /** Who granted it: the most specific one that says anything at all. */
    public enum Source {
        CONTRACT,
        COVERAGE,
        HOUSE
    }

    public record Granted(Source source, PauseRights rights) {}

    /** The contract before its coverage code, the coverage code before the house; a list without a reason is a word too. */
    public static Granted mostSpecific(Optional<PauseRights> ofContract, Optional<PauseRights> ofCoverage) {
        return ofContract.map(rights -> new Granted(Source.CONTRACT, rights))
                .or(() -> ofCoverage.map(rights -> new Granted(Source.COVERAGE, rights)))
                .orElse(new Granted(Source.HOUSE, HOUSE));
    }

    /** @param field of the input, for the problem */
    public static PauseRights checked(String field, List<PauseRight> rights) {
        Set<PauseReason> known = EnumSet.noneOf(PauseReason.class);
        rights.forEach(right -> {
            eachReasonOnce(field, right, known);
            longestIsSensible(field, right);
        });
        return new PauseRights(rights);
    }

    private static void eachReasonOnce(String field, PauseRight right, Set<PauseReason> known) {
        if (!known.add(right.reason())) {
            throw Problem.invalidField(field + "." + right.reason(), "contract.pause-reason-twice", Map.of("reason", right.reason().name()));
        }
    }

    /** A right without an end would be no promise at all. */
    private static void longestIsSensible(String field, PauseRight right) {
        if (right.longestMinutes() < 1 || right.longestMinutes() > LONGEST.toMinutes()) {
            throw Problem.invalidField(field + "." + right.reason(), "contract.pause-too-long",
                    Map.of("reason", right.reason().name(), "minutes", right.longestMinutes(), "most", LONGEST.toMinutes()));
        }
    }
}
