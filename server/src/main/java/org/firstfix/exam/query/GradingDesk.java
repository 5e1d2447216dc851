package org.firstfix.exam.query;

import static org.firstfix.schema.exam.Tables.APPEAL;
import static org.firstfix.schema.exam.Tables.PAPER;
import static org.firstfix.schema.exam.Tables.PAPER_QUESTION;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.firstfix.exam.AppealId;
import org.firstfix.exam.PaperId;
import org.firstfix.exam.domain.Appeal;
import org.firstfix.exam.domain.Paper;
import org.firstfix.exam.domain.QuestionContent;
import org.firstfix.exam.domain.QuestionContent.Words;
import org.firstfix.exam.domain.QuestionKind;
import org.firstfix.exam.storage.JooqAppeals;
import org.firstfix.exam.storage.JooqPapers;
import org.firstfix.exam.storage.JooqQuestions;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.paging.Cursor;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.scope.Scopes;
import org.firstfix.platform.work.Query;
import org.firstfix.schema.exam.tables.records.AppealRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** What waits for somebody experienced: answers in words, and objections. */
@Query
public class GradingDesk {
    private static final String OLDEST = "exam-answers";
    private static final String NEWEST = "exam-appeals";

    private final DSLContext database;
    private final JooqQuestions questions;

    GradingDesk(DSLContext database, JooqQuestions questions) {
        this.database = database;
        this.questions = questions;
    }

    /** An answer without a name: it is graded for what it says. */
    public record AnswerRow(PaperId paperId, int position, String examCode, String question, String report, Words text, Words modelAnswer, String words,
            int points, Instant answeredAt) {}

    /** @param asked how many papers were asked that version @param chosen by the one who objects */
    public record AppealRow(AppealId id, Appeal.Status status, String question, int version, QuestionKind kind, String report, Words text,
            List<QuestionContent.Choice> choices, Words explanation, List<String> chosen, String words, String engineerName, String reason, Instant raisedAt,
            int asked, String decidedBy, String note) {}

    /** Answers that wait, the oldest first; one's own are not among them. */
    public Page<AnswerRow> answers(DataScope scope, PageRequest request) {
        List<Condition> which = new ArrayList<>(List.of(Scopes.within(PAPER_QUESTION.ORG_PATH, scope), PAPER_QUESTION.EARNED.isNull(),
                PAPER_QUESTION.KIND.eq(QuestionKind.SHORT_TEXT.name()), PAPER.STATUS.eq(Paper.Status.GRADING.name()),
                Actors.current().personId().map(me -> PAPER.ENGINEER_ID.ne(me.value())).orElse(noCondition())));
        request.after(OLDEST, 3).ifPresent(cursor -> which.add(row(PAPER_QUESTION.ANSWERED_AT, PAPER_QUESTION.PAPER_ID, PAPER_QUESTION.POSITION)
                .gt(cursor.instant(0), cursor.uuid(1), (int) cursor.number(2))));
        List<AnswerRow> rows = database.select(PAPER_QUESTION.fields()).select(PAPER.EXAM_CODE).from(PAPER_QUESTION)
                .join(PAPER).on(PAPER.ID.eq(PAPER_QUESTION.PAPER_ID)).where(which)
                .orderBy(PAPER_QUESTION.ANSWERED_AT, PAPER_QUESTION.PAPER_ID, PAPER_QUESTION.POSITION).limit(request.limit() + 1)
                .fetch(found -> answer(JooqPapers.toAsked(found.into(PAPER_QUESTION)), found.get(PAPER.EXAM_CODE)));
        return Page.of(rows, request.limit(), last -> Cursor.after(OLDEST, last.answeredAt(), last.paperId().value(), last.position()));
    }

    private AnswerRow answer(Paper.Asked asked, String exam) {
        QuestionContent content = questions.version(asked.question(), asked.version()).content();
        return new AnswerRow(asked.paperId(), asked.position(), exam, asked.question(), content.report(), content.text(), content.modelAnswer(), asked.words(),
                asked.points(), asked.answeredAt().orElseThrow());
    }

    /** Objections, the newest first. */
    public Page<AppealRow> appeals(DataScope scope, Optional<Appeal.Status> status, PageRequest request) {
        List<Condition> which = new ArrayList<>(List.of(Scopes.within(APPEAL.ORG_PATH, scope)));
        status.map(one -> APPEAL.STATUS.eq(one.name())).ifPresent(which::add);
        request.after(NEWEST, 2).ifPresent(cursor -> which.add(row(APPEAL.RAISED_AT, APPEAL.ID).lt(cursor.instant(0), cursor.uuid(1))));
        List<AppealRow> rows = database.selectFrom(APPEAL).where(which).orderBy(APPEAL.RAISED_AT.desc(), APPEAL.ID.desc()).limit(request.limit() + 1)
                .fetch(this::appeal);
        return Page.of(rows, request.limit(), last -> Cursor.after(NEWEST, last.raisedAt(), last.id().value()));
    }

    private AppealRow appeal(AppealRecord record) {
        Appeal appeal = JooqAppeals.toAppeal(record);
        QuestionContent content = questions.version(appeal.question(), appeal.version()).content();
        Paper.Asked asked = database.selectFrom(PAPER_QUESTION).where(PAPER_QUESTION.PAPER_ID.eq(appeal.paperId().value()),
                PAPER_QUESTION.POSITION.eq(appeal.position())).fetchSingle(JooqPapers::toAsked);
        int takers = database.select(countDistinct(PAPER_QUESTION.PAPER_ID)).from(PAPER_QUESTION).where(PAPER_QUESTION.QUESTION_CODE.eq(appeal.question()),
                PAPER_QUESTION.QUESTION_VERSION.eq(appeal.version())).fetchSingle().value1();
        return new AppealRow(new AppealId(record.getId()), appeal.status(), appeal.question(), appeal.version(), content.kind(), content.report(),
                content.text(), content.choices(), content.explanation(), asked.chosen(), asked.words(), appeal.engineerName(), appeal.reason(),
                appeal.raisedAt(), takers, appeal.decidedName(), appeal.decisionNote());
    }
}
