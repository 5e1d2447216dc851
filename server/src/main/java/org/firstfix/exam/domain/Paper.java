package org.firstfix.exam.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.exam.AssignmentId;
import org.firstfix.exam.PaperId;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;

/** One attempt of one engineer. The server's clock ends it. @param seed what the drawing and every order come from */
public record Paper(PaperId id, AssignmentId assignmentId, String examCode, PersonId engineerId, int attempt, long seed, int passPercent,
        Instant startedAt, Instant endsAt, Status status, Optional<Instant> handedInAt, Optional<Result> result, OrgPath orgPath) {
    public enum Status {
        OPEN,
        /** Handed in; somebody has to grade words. */
        GRADING,
        GRADED
    }

    public record Result(BigDecimal earned, BigDecimal possible, boolean passed, Instant gradedAt) {}

    /**
     * A question of a paper and what was answered.
     *
     * @param version of the question; it is graded by this one, as corrected
     * @param revision counts the answers; 0 is none
     * @param earned none while a person has to grade it, or the paper is open
     */
    public record Asked(PaperId paperId, int position, String question, int version, QuestionKind kind, int points, List<String> choiceOrder,
            List<String> chosen, String words, int revision, Optional<Instant> answeredAt, Optional<BigDecimal> earned, String gradedName,
            String gradeNote) {}

    /** What became of the truth of a version: others are right now, or it does not count. */
    public record Correction(String question, int version, List<String> right, boolean voided, String reason) {}

    /** The seed of a paper follows from its id: whoever knows the paper can draw it again. */
    public static long seedOf(UUID id) {
        return id.getMostSignificantBits() ^ id.getLeastSignificantBits();
    }

    /** @throws Problem 409 if it was handed in or its time is over */
    public void requireRunning(Instant now) {
        if (status != Status.OPEN) {
            throw Problem.conflict("exam.paper-ended", Map.of());
        }
        if (isOver(now)) {
            throw Problem.conflict("exam.time-over", Map.of("endedAt", endsAt.toString()));
        }
    }

    /** The last moment is the one before its end. */
    public boolean isOver(Instant now) {
        return status == Status.OPEN && !now.isBefore(endsAt);
    }

    /** The points of a paper. What does not count is neither earned nor possible. */
    public static Result total(List<Asked> asked, List<Correction> corrections, int passPercent, boolean passedBefore, Instant at) {
        List<Asked> counting = asked.stream().filter(one -> corrections.stream()
                .noneMatch(correction -> correction.voided() && correction.question().equals(one.question()) && correction.version() == one.version())).toList();
        BigDecimal earned = counting.stream().map(one -> one.earned().orElse(BigDecimal.ZERO)).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal possible = BigDecimal.valueOf(counting.stream().mapToInt(Asked::points).sum());
        // Whoever has passed keeps it: he answered what was held to be right then.
        return new Result(earned, possible, passedBefore || Grading.passes(earned, possible, passPercent), at);
    }
}
