package org.firstfix.exam.query;

import static org.firstfix.schema.exam.Tables.QUESTION;
import static org.jooq.impl.DSL.row;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.firstfix.exam.domain.Difficulty;
import org.firstfix.exam.domain.Paper;
import org.firstfix.exam.domain.Question;
import org.firstfix.exam.domain.QuestionContent;
import org.firstfix.exam.domain.QuestionKind;
import org.firstfix.exam.storage.JooqQuestions;
import org.firstfix.platform.identity.Actor;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.paging.Cursor;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.scope.Scopes;
import org.firstfix.platform.work.Query;
import org.firstfix.schema.exam.tables.records.QuestionRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** The questions of the house for those who set exams; the truth included. */
@Query
public class QuestionBank {
    private static final String LATEST = "exam-questions";

    private final DSLContext database;
    private final JooqQuestions questions;

    QuestionBank(DSLContext database, JooqQuestions questions) {
        this.database = database;
        this.questions = questions;
    }

    /** @param waiting those with a version that a second person has to read */
    public record Filter(Optional<Question.Status> status, Optional<String> skill, Optional<Difficulty> difficulty, Optional<Boolean> waiting) {}

    /** @param waiting whether a version waits for a second person, or was refused by one */
    public record Row(String code, Question.Status status, QuestionKind kind, String skill, Difficulty difficulty, int points, String textZh, String textEn,
            String report, Optional<String> caseNumber, boolean waiting, String writtenBy, Instant changedAt) {}

    public record VersionView(int version, QuestionContent content, String writtenBy, Instant writtenAt, Question.Review review, String reviewedBy,
            Optional<Instant> reviewedAt, String reviewNote, boolean voided, Optional<List<String>> correctedRight, String correctionReason) {}

    /** @param versions the newest first @param actions CHANGE, REVIEW, RETIRE */
    public record View(String code, Question.Status status, Optional<Integer> activeVersion, Optional<Integer> draftVersion, Optional<String> caseNumber,
            int revision, List<VersionView> versions, List<String> actions) {}

    public Page<Row> page(DataScope scope, Filter filter, PageRequest request) {
        List<Condition> which = new ArrayList<>(List.of(Scopes.within(QUESTION.ORG_PATH, scope)));
        filter.status().map(status -> QUESTION.STATUS.eq(status.name())).ifPresent(which::add);
        filter.skill().map(QUESTION.SKILL_CODE::eq).ifPresent(which::add);
        filter.difficulty().map(difficulty -> QUESTION.DIFFICULTY.eq(difficulty.name())).ifPresent(which::add);
        filter.waiting().map(waiting -> waiting ? QUESTION.DRAFT_VERSION.isNotNull().and(QUESTION.STATUS.ne(Question.Status.RETIRED.name()))
                : QUESTION.DRAFT_VERSION.isNull()).ifPresent(which::add);
        request.after(LATEST, 2).ifPresent(cursor -> which.add(row(QUESTION.CHANGED_AT, QUESTION.CODE).lt(cursor.instant(0), cursor.text(1))));
        List<QuestionRecord> found = database.selectFrom(QUESTION).where(which).orderBy(QUESTION.CHANGED_AT.desc(), QUESTION.CODE.desc())
                .limit(request.limit() + 1).fetch();
        Page<QuestionRecord> page = Page.of(found, request.limit(), last -> Cursor.after(LATEST, last.getChangedAt(), last.getCode()));
        Map<String, Question.Version> shown = questions.shown(page.items().stream().map(JooqQuestions::toQuestion).toList());
        return page.map(record -> {
            Question question = JooqQuestions.toQuestion(record);
            Question.Version version = shown.get(question.code());
            QuestionContent content = version.content();
            return new Row(question.code(), question.status(), content.kind(), content.skill(), content.difficulty(), content.points(), content.text().zh(),
                    content.text().en(), content.report(), question.caseNumber(), question.draftVersion().isPresent(), version.writtenName(),
                    record.getChangedAt());
        });
    }

    /** @throws Problem 404 */
    public View show(String code) {
        Question question = questions.find(code).orElseThrow(() -> Problem.notFound("question", code));
        List<Question.Version> versions = questions.versions(code);
        List<Paper.Correction> corrections = questions.corrections(Set.of(code));
        return new View(code, question.status(), question.activeVersion(), question.draftVersion(), question.caseNumber(), question.revision(),
                versions.stream().map(version -> view(version, corrections.stream().filter(one -> one.version() == version.version()).findFirst())).toList(),
                actions(question, versions));
    }

    private static VersionView view(Question.Version version, Optional<Paper.Correction> correction) {
        return new VersionView(version.version(), version.content(), version.writtenName(), version.writtenAt(), version.review(), version.reviewedName(),
                version.reviewedAt(), version.reviewNote(), correction.map(Paper.Correction::voided).orElse(false),
                correction.filter(one -> !one.voided()).map(Paper.Correction::right), correction.map(Paper.Correction::reason).orElse(""));
    }

    private static List<String> actions(Question question, List<Question.Version> versions) {
        Actor actor = Actors.current();
        List<String> actions = new ArrayList<>();
        if (actor.may("exam.set") && question.status() != Question.Status.RETIRED) {
            actions.add("CHANGE");
            actions.add("RETIRE");
            versions.stream().filter(version -> question.draftVersion().filter(draft -> draft == version.version()).isPresent())
                    .filter(version -> version.review() == Question.Review.PENDING && (actor.userId().isEmpty() || !version.writtenBy().equals(actor.userId())))
                    .findFirst().ifPresent(version -> actions.add("REVIEW"));
        }
        return List.copyOf(actions);
    }
}
