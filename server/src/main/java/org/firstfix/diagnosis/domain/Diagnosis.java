package org.firstfix.diagnosis.domain;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
        /** Nobody said anything: what the engine predicts. */
        PREDICTED,
        TECHNICAL_SUPPORT,
        DEDICATED_ENGINEER
    }

    public enum Review {
        NOT_NEEDED,
        PENDING,
        AGREED,
        CHANGED
    }

    /** How somebody answered the engine's prediction. */
    public enum Answer {
        /** Nobody did, or there was none. */
        NONE,
        CONFIRMED,
        CHANGED,
        UNKNOWN
    }

    /** Whose diagnosis it is and since when it is waited for. */
    public record Subject(UUID id, CaseId caseId, String caseNumber, Instant openedAt, Optional<PersonId> dedicatedEngineer, OrgPath orgPath) {}

    /** What it is about; follows the case. */
    public record Matter(Optional<String> symptomCode, Optional<String> family, Optional<String> model, Priority priority) {}

    public record Author(Optional<PersonId> person, String name) {}

    /** As the engineer's outcome says it. */
    private static final String WRONG_PREDICTION = "WRONG_PREDICTION";

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
    private Answer answer;
    private Review review;
    private String reviewedBy;
    private Set<String> ruledOut;
    private @Nullable Instant frozenAt;

    private Diagnosis(Subject subject, Matter matter, int visit, Status status, Source source, Expectation expectation,
            Answer answer, Review review, String reviewedBy, Set<String> ruledOut, int version) {
        this.subject = subject;
        this.matter = matter;
        this.visit = visit;
        this.status = status;
        this.source = source;
        this.expectation = expectation;
        this.answer = answer;
        this.review = review;
        this.reviewedBy = reviewedBy;
        this.ruledOut = Set.copyOf(ruledOut);
        this.version = version;
        this.expectedBefore = expectation;
    }

    public static Diagnosis opened(Subject subject, Matter matter) {
        return new Diagnosis(subject, matter, 1, Status.OPEN, Source.PREDICTED, Expectation.NOTHING, Answer.NONE, Review.NOT_NEEDED, "", Set.of(), 0);
    }

    /** For storage. */
    public static Diagnosis restored(Subject subject, Matter matter, int visit, Status status, Source source,
            Expectation expectation, Answer answer, Review review, String reviewedBy, Set<String> ruledOut, Optional<Author> author,
            Optional<Instant> recordedAt, Optional<Instant> frozenAt, int version) {
        Diagnosis it = new Diagnosis(subject, matter, visit, status, source, expectation, answer, review, reviewedBy, ruledOut, version);
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

    public Answer answer() {
        return answer;
    }

    /** Causes that earlier visits have shown not to be it. */
    public Set<String> ruledOut() {
        return ruledOut;
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

    /** Nobody has said anything yet: the engine speaks, and what it says may change until the engineer leaves. */
    public boolean isPredicted() {
        return status == Status.OPEN && source == Source.PREDICTED;
    }

    /** The case was corrected. */
    public void follow(Matter corrected) {
        matter = corrected;
    }

    /** A dedicated engineer diagnoses his own case himself, and technical support reviews it. */
    public void record(Expectation said, Optional<Expectation> predicted, Author by, Instant at) {
        requireChangeable();
        said.check();
        answer = predicted.map(word -> answerTo(word, said)).orElse(Answer.NONE);
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

    /** The same first cause and the same parts: whatever else is said, the prediction is followed. */
    private static Answer answerTo(Expectation predicted, Expectation said) {
        if (said.unknown()) {
            return Answer.UNKNOWN;
        }
        boolean sameCause = said.causeCodes().stream().findFirst().equals(predicted.causeCodes().stream().findFirst());
        return sameCause && Set.copyOf(said.parts()).equals(Set.copyOf(predicted.parts())) ? Answer.CONFIRMED : Answer.CHANGED;
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

    /**
     * The engineer goes.
     *
     * @param predicted what the engine says now; it speaks where nobody else did
     * @return what is to be kept of it; nothing if it was frozen already
     */
    public Optional<Prediction> freeze(Instant at, Optional<Expectation> predicted, Optional<EngineWord> engine) {
        if (!isChangeable()) {
            return Optional.empty();
        }
        if (isPredicted()) {
            expectation = predicted.orElse(expectation);
        }
        status = Status.FROZEN;
        frozenAt = at;
        return Optional.of(new Prediction(visit, source, answer, expectation, author(), at, engine));
    }

    /** Another visit is predicted anew, without what this one has shown not to be it. */
    public boolean reopen(String reason) {
        if (isChangeable()) {
            return false;
        }
        aWrongPredictionRulesItsFirstCauseOut(reason);
        status = Status.OPEN;
        source = Source.PREDICTED;
        expectation = Expectation.NOTHING;
        answer = Answer.NONE;
        author = null;
        recordedAt = null;
        review = Review.NOT_NEEDED;
        reviewedBy = "";
        frozenAt = null;
        visit++;
        return true;
    }

    private void aWrongPredictionRulesItsFirstCauseOut(String reason) {
        if (reason.equals(WRONG_PREDICTION) && !expectation.causes().isEmpty()) {
            Set<String> all = new TreeSet<>(ruledOut);
            all.add(expectation.causeCodes().getFirst());
            ruledOut = Set.copyOf(all);
        }
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
