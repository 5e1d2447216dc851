package org.firstfix.exam.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;

/**
 * What an exam asks of people and what it gives them.
 *
 * @param level of the skill it certifies, 1 to 5
 * @param minutes a paper may take
 * @param attemptsAllowed per assignment
 * @param waitHours between the end of one attempt and the next
 * @param validityMonths how long a pass counts; without end if there is none
 * @param renewDays so many days before the skill runs out it is assigned anew; 0 never does
 */
public record Exam(String code, String titleZh, String titleEn, String skill, int level, int passPercent, int minutes, int attemptsAllowed,
        int waitHours, Optional<Integer> validityMonths, int renewDays, Drawing drawing, Status status, int version, OrgPath orgPath) {
    public enum Status {
        DRAFT,
        OPEN,
        CLOSED
    }

    /** The last day a pass of that day counts. */
    public Optional<LocalDate> validUntil(LocalDate passedOn) {
        return validityMonths.map(passedOn::plusMonths);
    }

    public Exam with(Status next) {
        return new Exam(code, titleZh, titleEn, skill, level, passPercent, minutes, attemptsAllowed, waitHours, validityMonths, renewDays, drawing, next,
                version + 1, orgPath);
    }

    public void requireOpen() {
        if (status != Status.OPEN) {
            throw Problem.conflict("exam.not-open", Map.of("exam", code));
        }
    }

    /** An attempt as far as the next one depends on it. */
    public record Earlier(int attempt, Optional<Instant> endedAt) {}

    /** @throws Problem 409 if no attempt is left, or it is too early for the next */
    public void requireAnotherAttempt(Optional<Earlier> last, Instant now) {
        last.ifPresent(earlier -> {
            if (earlier.attempt() >= attemptsAllowed) {
                throw Problem.conflict("exam.no-attempt-left", Map.of("allowed", attemptsAllowed));
            }
            nextAttemptAt(earlier).filter(now::isBefore).ifPresent(at -> {
                throw Problem.conflict("exam.wait", Map.of("until", at.toString(), "hours", waitHours));
            });
        });
    }

    public Optional<Instant> nextAttemptAt(Earlier last) {
        return last.endedAt().map(end -> end.plus(Duration.ofHours(waitHours)));
    }
}
