package org.firstfix.exam.domain;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.firstfix.exam.PaperId;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;

/** An engineer's objection to a question he was asked. */
public record Appeal(PaperId paperId, int position, String question, int version, PersonId engineerId, String engineerName, String reason, Instant raisedAt,
        Status status, String decidedName, String decisionNote, OrgPath orgPath) {
    public enum Status {
        OPEN,
        ACCEPTED,
        REFUSED
    }

    /** Nobody judges his own objection, and none is judged twice. @throws Problem 409 */
    public void requireDecidable(Optional<PersonId> by) {
        if (status != Status.OPEN) {
            throw Problem.conflict("exam.appeal-decided", Map.of("by", decidedName));
        }
        if (by.filter(engineerId::equals).isPresent()) {
            throw Problem.conflict("exam.own-appeal", Map.of());
        }
    }
}
