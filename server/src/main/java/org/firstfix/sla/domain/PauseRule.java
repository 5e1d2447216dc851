package org.firstfix.sla.domain;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.firstfix.contract.PauseReason;
import org.firstfix.contract.PauseRight;
import org.firstfix.contract.PauseRights;
import org.firstfix.platform.problem.Problem;

/** Whether a promise lets its clock stand still. Each rule is a method. */
public final class PauseRule {
    private PauseRule() {}

    /** The right a pause stands on; nothing if the promise grants none, or grants it only with evidence. */
    public static Optional<PauseRight> rightFor(PauseRights granted, String reason, String evidence) {
        return permitting(granted, reason).filter(right -> !lacksEvidence(right, evidence));
    }

    /** A reason that the promise does not name permits nothing. */
    static Optional<PauseRight> permitting(PauseRights granted, String reason) {
        return PauseReason.find(reason).flatMap(granted::rightFor);
    }

    static boolean lacksEvidence(PauseRight right, String evidence) {
        return right.evidenceRequired() && evidence.isBlank();
    }

    static Problem refusal(PauseRights granted, String caseNumber, String coverageCode, String reason) {
        if (permitting(granted, reason).isPresent()) {
            return Problem.invalidField("evidence", "sla.pause-without-evidence", Map.of("reason", reason));
        }
        return Problem.conflict("sla.pause-not-permitted", Map.of("number", caseNumber, "coverage", coverageCode, "reason", reason,
                "permitted", granted.rights().stream().map(right -> right.reason().name()).collect(Collectors.joining(" "))));
    }
}
