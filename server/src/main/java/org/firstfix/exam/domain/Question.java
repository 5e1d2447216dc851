package org.firstfix.exam.domain;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;

/**
 * A question of the bank with its versions.
 *
 * @param activeVersion what papers are drawn from
 * @param draftVersion what waits for a second person, or was refused by one
 * @param caseNumber the case it was made from
 * @param revision counts its changes
 */
public record Question(String code, Status status, Optional<Integer> activeVersion, Optional<Integer> draftVersion, Optional<String> caseNumber, int revision,
        OrgPath orgPath) {
    public enum Status {
        DRAFT,
        ACTIVE,
        RETIRED
    }

    public enum Review {
        PENDING,
        ACCEPTED,
        REFUSED
    }

    public record Version(String code, int version, QuestionContent content, Optional<UserId> writtenBy, String writtenName, Instant writtenAt,
            Review review, String reviewedName, Optional<Instant> reviewedAt, String reviewNote) {}

    /** What is shown of it where one version must do: what is in use, or else what waits. */
    public int shownVersion() {
        return activeVersion.or(this::draftVersion).orElseThrow();
    }

    /** A draft is written anew in its place, since nobody was ever asked it; what was accepted stays, and a new version follows. */
    public int versionToWrite() {
        return draftVersion.orElseGet(() -> activeVersion.orElseThrow() + 1);
    }

    public Question written(int version) {
        requireInUse();
        return new Question(code, status, activeVersion, Optional.of(version), caseNumber, revision + 1, orgPath);
    }

    public Question reviewed(int version, boolean accepted) {
        return accepted ? new Question(code, Status.ACTIVE, Optional.of(version), Optional.empty(), caseNumber, revision + 1, orgPath)
                : new Question(code, status, activeVersion, Optional.of(version), caseNumber, revision + 1, orgPath);
    }

    public Question retired() {
        requireInUse();
        return new Question(code, Status.RETIRED, activeVersion, draftVersion, caseNumber, revision + 1, orgPath);
    }

    private void requireInUse() {
        if (status == Status.RETIRED) {
            throw Problem.conflict("exam.question-retired", Map.of("question", code));
        }
    }

    /** Four eyes: whoever wrote a version does not review it. @throws Problem 409 */
    public static void requireFourEyes(Version version, Optional<UserId> reviewer) {
        if (version.review() != Review.PENDING) {
            throw Problem.conflict("exam.not-pending", Map.of("question", version.code(), "version", version.version()));
        }
        if (reviewer.isPresent() && version.writtenBy().equals(reviewer)) {
            throw Problem.conflict("exam.four-eyes", Map.of("question", version.code()));
        }
    }
}
