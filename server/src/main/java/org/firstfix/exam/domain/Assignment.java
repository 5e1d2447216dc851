package org.firstfix.exam.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.firstfix.exam.AssignmentId;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.scope.OrgPath;

/**
 * An engineer is to take an exam by a time.
 *
 * @param renews the last day of the skill that is to be renewed, where that is why
 * @param validUntil of the skill once it was passed; without end if there is none
 */
public record Assignment(AssignmentId id, String examCode, PersonId engineerId, String engineerCode, String engineerName, UserId userId, Instant dueAt,
        Optional<LocalDate> renews, Status status, Instant assignedAt, String assignedBy, Optional<LocalDate> validUntil, OrgPath orgPath) {
    public enum Status {
        OPEN,
        PASSED,
        /** No attempt is left. */
        FAILED,
        WITHDRAWN
    }
}
