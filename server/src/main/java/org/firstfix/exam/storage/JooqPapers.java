package org.firstfix.exam.storage;

import static org.firstfix.schema.exam.Tables.PAPER;
import static org.firstfix.schema.exam.Tables.PAPER_QUESTION;
import static org.firstfix.schema.exam.Tables.REGRADING;
import static org.jooq.impl.DSL.select;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.firstfix.exam.AssignmentId;
import org.firstfix.exam.PaperId;
import org.firstfix.exam.domain.Exam;
import org.firstfix.exam.domain.Paper;
import org.firstfix.exam.domain.QuestionKind;
import org.firstfix.platform.id.Id;
import org.firstfix.platform.identity.Actor;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.schema.exam.tables.records.PaperQuestionRecord;
import org.firstfix.schema.exam.tables.records.PaperRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Papers with their questions and answers. */
@Component
public class JooqPapers {
    private static final int MOST = 10_000;

    private final DSLContext database;

    JooqPapers(DSLContext database) {
        this.database = database;
    }

    /** @return false if this engineer has another paper open */
    public boolean start(Paper paper, List<Paper.Asked> asked) {
        int added = database.insertInto(PAPER).set(PAPER.ID, paper.id().value()).set(PAPER.ASSIGNMENT_ID, paper.assignmentId().value())
                .set(PAPER.EXAM_CODE, paper.examCode()).set(PAPER.ENGINEER_ID, paper.engineerId().value()).set(PAPER.ATTEMPT, paper.attempt())
                .set(PAPER.SEED, paper.seed()).set(PAPER.PASS_PERCENT, paper.passPercent()).set(PAPER.STARTED_AT, paper.startedAt())
                .set(PAPER.ENDS_AT, paper.endsAt()).set(PAPER.STATUS, paper.status().name()).set(PAPER.ORG_PATH, paper.orgPath().value())
                .onConflictDoNothing().execute();
        if (added == 0) {
            return false;
        }
        database.batch(asked.stream().map(one -> database.insertInto(PAPER_QUESTION).set(PAPER_QUESTION.PAPER_ID, paper.id().value())
                .set(PAPER_QUESTION.POSITION, one.position()).set(PAPER_QUESTION.QUESTION_CODE, one.question())
                .set(PAPER_QUESTION.QUESTION_VERSION, one.version()).set(PAPER_QUESTION.KIND, one.kind().name()).set(PAPER_QUESTION.POINTS, one.points())
                .set(PAPER_QUESTION.CHOICE_ORDER, one.choiceOrder().toArray(String[]::new))
                .set(PAPER_QUESTION.ORG_PATH, paper.orgPath().value())).toList()).execute();
        return true;
    }

    public Optional<Paper> find(PaperId id) {
        return database.selectFrom(PAPER).where(PAPER.ID.eq(id.value())).fetchOptional(JooqPapers::toPaper);
    }

    /** The paper, kept from changes by others until the transaction ends. */
    public Optional<Paper> lock(PaperId id) {
        return database.selectFrom(PAPER).where(PAPER.ID.eq(id.value())).forUpdate().fetchOptional(JooqPapers::toPaper);
    }

    /** The same, unless somebody else is at it. */
    public Optional<Paper> lockIfFree(PaperId id) {
        return database.selectFrom(PAPER).where(PAPER.ID.eq(id.value())).forUpdate().skipLocked().fetchOptional(JooqPapers::toPaper);
    }

    public Optional<Paper> openOf(PersonId engineer) {
        return database.selectFrom(PAPER).where(PAPER.ENGINEER_ID.eq(engineer.value()), PAPER.STATUS.eq(Paper.Status.OPEN.name()))
                .fetchOptional(JooqPapers::toPaper);
    }

    /** Whose time is over. */
    public List<PaperId> over(Instant now, int limit) {
        return database.select(PAPER.ID).from(PAPER).where(PAPER.STATUS.eq(Paper.Status.OPEN.name()), PAPER.ENDS_AT.le(now)).orderBy(PAPER.ENDS_AT)
                .limit(limit).fetch(row -> new PaperId(row.value1()));
    }

    public Optional<Exam.Earlier> lastOf(AssignmentId assignment) {
        return database.selectFrom(PAPER).where(PAPER.ASSIGNMENT_ID.eq(assignment.value())).orderBy(PAPER.ATTEMPT.desc()).limit(1)
                .fetchOptional(row -> new Exam.Earlier(row.getAttempt(), Optional.ofNullable(row.getHandedInAt())));
    }

    /** Whether an attempt was handed in whose result is not known yet. */
    public boolean isBeingGraded(AssignmentId assignment) {
        return database.fetchExists(PAPER, PAPER.ASSIGNMENT_ID.eq(assignment.value()).and(PAPER.STATUS.eq(Paper.Status.GRADING.name())));
    }

    /** By position. */
    public List<Paper.Asked> asked(PaperId id) {
        return database.selectFrom(PAPER_QUESTION).where(PAPER_QUESTION.PAPER_ID.eq(id.value())).orderBy(PAPER_QUESTION.POSITION).fetch(JooqPapers::toAsked);
    }

    public Optional<Paper.Asked> asked(PaperId id, int position) {
        return database.selectFrom(PAPER_QUESTION).where(PAPER_QUESTION.PAPER_ID.eq(id.value()), PAPER_QUESTION.POSITION.eq(position))
                .fetchOptional(JooqPapers::toAsked);
    }

    public void answer(Paper.Asked asked, List<String> chosen, String words, Instant now) {
        database.update(PAPER_QUESTION).set(PAPER_QUESTION.CHOSEN, chosen.toArray(String[]::new)).set(PAPER_QUESTION.WORDS, words)
                .set(PAPER_QUESTION.REVISION, asked.revision() + 1).set(PAPER_QUESTION.ANSWERED_AT, now)
                .where(PAPER_QUESTION.PAPER_ID.eq(asked.paperId().value()), PAPER_QUESTION.POSITION.eq(asked.position())).execute();
    }

    public void handedIn(PaperId id, Instant at) {
        database.update(PAPER).set(PAPER.STATUS, Paper.Status.GRADING.name()).set(PAPER.HANDED_IN_AT, at).where(PAPER.ID.eq(id.value())).execute();
    }

    /** Points that follow from choices. */
    public void grade(PaperId id, int position, BigDecimal earned) {
        database.update(PAPER_QUESTION).set(PAPER_QUESTION.EARNED, earned)
                .where(PAPER_QUESTION.PAPER_ID.eq(id.value()), PAPER_QUESTION.POSITION.eq(position)).execute();
    }

    /** Points that a person gives. */
    public void grade(PaperId id, int position, BigDecimal earned, Actor by, String note) {
        database.update(PAPER_QUESTION).set(PAPER_QUESTION.EARNED, earned).set(PAPER_QUESTION.GRADED_BY, by.userId().map(Id::value).orElse(null))
                .set(PAPER_QUESTION.GRADED_NAME, by.name()).set(PAPER_QUESTION.GRADE_NOTE, note)
                .where(PAPER_QUESTION.PAPER_ID.eq(id.value()), PAPER_QUESTION.POSITION.eq(position)).execute();
    }

    public void result(PaperId id, Paper.Result result) {
        database.update(PAPER).set(PAPER.STATUS, Paper.Status.GRADED.name()).set(PAPER.GRADED_AT, result.gradedAt()).set(PAPER.EARNED, result.earned())
                .set(PAPER.POSSIBLE, result.possible()).set(PAPER.PASSED, result.passed()).where(PAPER.ID.eq(id.value())).execute();
    }

    /** Papers handed in that asked that version, locked in one order. */
    public List<Paper> lockThoseThatAsked(String question, int version) {
        var asking = select(PAPER_QUESTION.PAPER_ID).from(PAPER_QUESTION)
                .where(PAPER_QUESTION.QUESTION_CODE.eq(question), PAPER_QUESTION.QUESTION_VERSION.eq(version));
        return database.selectFrom(PAPER).where(PAPER.STATUS.ne(Paper.Status.OPEN.name()), PAPER.ID.in(asking))
                .orderBy(PAPER.ID).limit(MOST).forUpdate().fetch(JooqPapers::toPaper);
    }

    public void regraded(Paper paper, Paper.Result after, String question, String reason, Actor by, Instant now) {
        Paper.Result before = paper.result().orElseThrow();
        database.insertInto(REGRADING).set(REGRADING.PAPER_ID, paper.id().value()).set(REGRADING.QUESTION_CODE, question)
                .set(REGRADING.EARNED_BEFORE, before.earned()).set(REGRADING.EARNED_AFTER, after.earned()).set(REGRADING.POSSIBLE, after.possible())
                .set(REGRADING.PASSED_BEFORE, before.passed()).set(REGRADING.PASSED_AFTER, after.passed()).set(REGRADING.REASON, reason)
                .set(REGRADING.DECIDED_NAME, by.name()).set(REGRADING.DECIDED_AT, now).set(REGRADING.ORG_PATH, paper.orgPath().value()).execute();
    }

    public static Paper toPaper(PaperRecord row) {
        Optional<Paper.Result> result = Optional.ofNullable(row.getGradedAt()).map(at -> new Paper.Result(Objects.requireNonNull(row.getEarned()),
                Objects.requireNonNull(row.getPossible()), Objects.requireNonNull(row.getPassed()), at));
        return new Paper(new PaperId(row.getId()), new AssignmentId(row.getAssignmentId()), row.getExamCode(), new PersonId(row.getEngineerId()),
                row.getAttempt(), row.getSeed(), row.getPassPercent(), row.getStartedAt(), row.getEndsAt(), Paper.Status.valueOf(row.getStatus()),
                Optional.ofNullable(row.getHandedInAt()), result, new OrgPath(row.getOrgPath()));
    }

    public static Paper.Asked toAsked(PaperQuestionRecord row) {
        return new Paper.Asked(new PaperId(row.getPaperId()), row.getPosition(), row.getQuestionCode(), row.getQuestionVersion(),
                QuestionKind.valueOf(row.getKind()), row.getPoints(), List.of(row.getChoiceOrder()), List.of(row.getChosen()), row.getWords(),
                row.getRevision(), Optional.ofNullable(row.getAnsweredAt()), Optional.ofNullable(row.getEarned()), row.getGradedName(), row.getGradeNote());
    }
}
