package org.firstfix.diagnosis.domain;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.cases.CaseId;
import org.firstfix.contract.Priority;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;
import org.jspecify.annotations.Nullable;

/** What is expected of one case, visit by visit: open, recorded, frozen when the engineer leaves, scored by the truth. */
public final class Diagnosis {
    public enum Status {
        OPEN,
        RECORDED,
        FROZEN,
        SCORED
    }

    public enum Source {
        /** Nobody said anything: what past cases say. */
        COUNTED,
        TECHNICAL_SUPPORT,
        DEDICATED_ENGINEER
    }

    public enum Review {
        NOT_NEEDED,
        PENDING,
        AGREED,
        CHANGED
    }

    /** Whose diagnosis it is and since when it is waited for. */
    public record Subject(UUID id, CaseId caseId, String caseNumber, Instant openedAt, Optional<PersonId> dedicatedEngineer, OrgPath orgPath) {}

    /** What it is about; follows the case. */
    public record Matter(Optional<String> symptomCode, Optional<String> family, Priority priority) {}

    public record Author(Optional<PersonId> person, String name) {}

    private final Subject subject;
    private final int version;
    private final Expectation expectedBefore;
    private Matter matter;
    private int visit;
    private Status status;
    private Source source;
    private Expectation expectation;
    private @Nullable Author author;
    private @Nullable Instant recordedAt;
    private Review review;
    private String reviewedBy;
    private @Nullable Instant frozenAt;

    private Diagnosis(Subject subject, Matter matter, int visit, Status status, Source source, Expectation expectation,
            Review review, String reviewedBy, int version) {
        this.subject = subject;
        this.matter = matter;
        this.visit = visit;
        this.status = status;
        this.source = source;
        this.expectation = expectation;
        this.review = review;
        this.reviewedBy = reviewedBy;
        this.version = version;
        this.expectedBefore = expectation;
    }

    public static Diagnosis opened(Subject subject, Matter matter, Expectation counted) {
        return new Diagnosis(subject, matter, 1, Status.OPEN, Source.COUNTED, counted, Review.NOT_NEEDED, "", 0);
    }

    /** For storage. */
    public static Diagnosis restored(Subject subject, Matter matter, int visit, Status status, Source source,
            Expectation expectation, Review review, String reviewedBy, Optional<Author> author, Optional<Instant> recordedAt,
            Optional<Instant> frozenAt, int version) {
        Diagnosis it = new Diagnosis(subject, matter, visit, status, source, expectation, review, reviewedBy, version);
        it.author = author.orElse(null);
        it.recordedAt = recordedAt.orElse(null);
        it.frozenAt = frozenAt.orElse(null);
        return it;
    }

    public Subject subject() {
        return subject;
    }

    public Matter matter() {
        return matter;
    }

    public int visit() {
        return visit;
    }

    public Status status() {
        return status;
    }

    public Source source() {
        return source;
    }

    public Expectation expectation() {
        return expectation;
    }

    public Optional<Author> author() {
        return Optional.ofNullable(author);
    }

    public Optional<Instant> recordedAt() {
        return Optional.ofNullable(recordedAt);
    }

    public Review review() {
        return review;
    }

    public String reviewedBy() {
        return reviewedBy;
    }

    public Optional<Instant> frozenAt() {
        return Optional.ofNullable(frozenAt);
    }

    public int version() {
        return version;
    }

    /** For storage: whether other causes or parts are expected than when it was read. */
    public boolean expectsOtherwise() {
        return !expectation.equals(expectedBefore);
    }

    public boolean isChangeable() {
        return status == Status.OPEN || status == Status.RECORDED;
    }

    public boolean belongsTo(Author somebody) {
        return subject.dedicatedEngineer().isPresent() && subject.dedicatedEngineer().equals(somebody.person());
    }

    /** The case was corrected before anybody said anything: the counted causes are others now. */
    public void follow(Matter corrected, Expectation counted) {
        matter = corrected;
        if (status == Status.OPEN && source == Source.COUNTED) {
            expectation = counted;
        }
    }

    /** A dedicated engineer diagnoses his own case himself, and technical support reviews it. */
    public void record(Expectation said, Author by, Instant at) {
        requireChangeable();
        said.check();
        boolean own = belongsTo(by);
        if (review == Review.PENDING && !own) {
            review = Review.CHANGED;
            reviewedBy = by.name();
        } else {
            review = own ? Review.PENDING : Review.NOT_NEEDED;
            reviewedBy = "";
        }
        source = own ? Source.DEDICATED_ENGINEER : Source.TECHNICAL_SUPPORT;
        expectation = said;
        author = by;
        recordedAt = at;
        status = Status.RECORDED;
    }

    public void agree(Author reviewer) {
        if (review != Review.PENDING) {
            throw Problem.conflict("diagnosis.nothing-to-review", Map.of("number", subject.caseNumber()));
        }
        if (belongsTo(reviewer)) {
            throw Problem.conflict("diagnosis.review-own", Map.of());
        }
        review = Review.AGREED;
        reviewedBy = reviewer.name();
    }

    /** The engineer goes. @return what is to be kept of it; nothing if it was frozen already */
    public Optional<Prediction> freeze(Instant at) {
        if (!isChangeable()) {
            return Optional.empty();
        }
        status = Status.FROZEN;
        frozenAt = at;
        return Optional.of(new Prediction(visit, source, expectation, author(), at));
    }

    /** Another visit: what was said stands as a beginning, but somebody should look again. */
    public boolean reopen() {
        if (isChangeable()) {
            return false;
        }
        status = Status.OPEN;
        frozenAt = null;
        visit++;
        return true;
    }

    public void scored() {
        status = Status.SCORED;
    }

    private void requireChangeable() {
        if (!isChangeable()) {
            throw Problem.conflict("diagnosis.frozen", Map.of("number", subject.caseNumber()));
        }
    }
}
