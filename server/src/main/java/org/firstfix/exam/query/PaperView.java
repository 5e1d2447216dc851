package org.firstfix.exam.query;

import static org.firstfix.schema.exam.Tables.APPEAL;
import static org.firstfix.schema.exam.Tables.REGRADING;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.exam.PaperId;
import org.firstfix.exam.domain.Appeal;
import org.firstfix.exam.domain.Assignment;
import org.firstfix.exam.domain.Exam;
import org.firstfix.exam.domain.Paper;
import org.firstfix.exam.domain.Question;
import org.firstfix.exam.domain.QuestionContent;
import org.firstfix.exam.domain.QuestionContent.Words;
import org.firstfix.exam.domain.QuestionKind;
import org.firstfix.exam.domain.TruthIsShown;
import org.firstfix.exam.storage.JooqAppeals;
import org.firstfix.exam.storage.JooqExams;
import org.firstfix.exam.storage.JooqPapers;
import org.firstfix.exam.storage.JooqQuestions;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Query;
import org.firstfix.platform.work.Work;
import org.jooq.DSLContext;

/** A paper for the one who takes it. What is right is not read from the database before he may know it. */
@Query
public class PaperView {
    private static final int MOST = 100;

    private final DSLContext database;
    private final Work work;
    private final JooqPapers papers;
    private final JooqExams exams;
    private final JooqQuestions questions;
    private final Clock clock;

    PaperView(DSLContext database, Work work, JooqPapers papers, JooqExams exams, JooqQuestions questions, Clock clock) {
        this.database = database;
        this.work = work;
        this.papers = papers;
        this.exams = exams;
        this.questions = questions;
        this.clock = clock;
    }

    /** A choice without whether it is right. */
    public record Offer(String id, Words text) {}

    /** @param right ids of the choices that count as right now @param voided the question counts for nobody */
    public record Truth(List<String> right, Words modelAnswer, Words explanation, boolean voided, String correction) {}

    public record AppealView(Appeal.Status status, String reason, String decidedBy, String note) {}

    /**
     * @param position the order of this paper, from 1
     * @param earned none before grading
     * @param truth none before it may be known
     */
    public record QuestionView(int position, QuestionKind kind, int points, String report, Words text, List<Offer> choices, List<String> chosen, String words,
            int revision, Optional<BigDecimal> earned, String gradeNote, Optional<Truth> truth, Optional<AppealView> appeal) {}

    /** How the result changed after it was given. */
    public record RegradingView(BigDecimal earnedBefore, BigDecimal earnedAfter, BigDecimal possible, boolean passedBefore, boolean passedAfter, String reason,
            String decidedBy, Instant decidedAt) {}

    public record ResultView(BigDecimal earned, BigDecimal possible, boolean passed, Instant gradedAt, Optional<LocalDate> validUntil,
            boolean truthShown, List<RegradingView> regradings) {}

    /** @param now by the server's clock, which ends the paper @param actions ANSWER, HAND_IN, APPEAL */
    public record View(PaperId id, String examCode, String titleZh, String titleEn, String skill, int level, int attempt, int attemptsAllowed,
            int passPercent, Instant startedAt, Instant endsAt, Instant now, Paper.Status status, boolean over, Optional<Instant> handedInAt,
            List<QuestionView> questions, Optional<ResultView> result, List<String> actions) {}

    /** @throws Problem 404 also for somebody else's paper */
    public View show(PaperId id) {
        return work.asTheHouse("exam", () -> {
            Paper paper = papers.find(id).filter(one -> Actors.current().personId().filter(one.engineerId()::equals).isPresent())
                    .orElseThrow(() -> Problem.notFound("paper", id.value()));
            Exam exam = exams.find(paper.examCode()).orElseThrow();
            Assignment assignment = exams.assignment(paper.assignmentId());
            Instant now = clock.instant();
            boolean truthShown = TruthIsShown.after(paper.status() == Paper.Status.GRADED, assignment.status() == Assignment.Status.PASSED,
                    paper.attempt(), exam.attemptsAllowed());
            return new View(id, exam.code(), exam.titleZh(), exam.titleEn(), exam.skill(), exam.level(), paper.attempt(), exam.attemptsAllowed(),
                    paper.passPercent(), paper.startedAt(), paper.endsAt(), now, paper.status(), paper.isOver(now), paper.handedInAt(),
                    questions(paper, truthShown), paper.result().map(result -> new ResultView(result.earned(), result.possible(), result.passed(),
                            result.gradedAt(), result.passed() ? assignment.validUntil() : Optional.empty(), truthShown, regradings(id))), actions(paper, now));
        });
    }

    private List<QuestionView> questions(Paper paper, boolean truthShown) {
        List<Paper.Asked> asked = papers.asked(paper.id());
        Map<String, Question.Version> versions = questions.asked(asked);
        List<Paper.Correction> corrections = questions.corrections(versions.keySet());
        Map<Integer, AppealView> appeals = database.selectFrom(APPEAL).where(APPEAL.PAPER_ID.eq(paper.id().value()))
                .fetchMap(APPEAL.POSITION, row -> {
                    Appeal appeal = JooqAppeals.toAppeal(row);
                    return new AppealView(appeal.status(), appeal.reason(), appeal.decidedName(), appeal.decisionNote());
                });
        return asked.stream().map(one -> {
            QuestionContent content = versions.get(one.question()).content();
            boolean graded = paper.status() == Paper.Status.GRADED;
            return new QuestionView(one.position(), one.kind(), one.points(), content.report(), content.text(), offers(one, content), one.chosen(), one.words(),
                    one.revision(), graded ? one.earned() : Optional.empty(), graded ? one.gradeNote() : "",
                    truthShown ? Optional.of(truth(one, content, corrections)) : Optional.empty(), Optional.ofNullable(appeals.get(one.position())));
        }).toList();
    }

    private static List<Offer> offers(Paper.Asked asked, QuestionContent content) {
        return asked.choiceOrder().stream().map(id -> content.choices().stream().filter(choice -> choice.id().equals(id)).findFirst().orElseThrow())
                .map(choice -> new Offer(choice.id(), choice.text())).toList();
    }

    private static Truth truth(Paper.Asked asked, QuestionContent content, List<Paper.Correction> corrections) {
        Optional<Paper.Correction> correction = corrections.stream()
                .filter(one -> one.question().equals(asked.question()) && one.version() == asked.version()).findFirst();
        return new Truth(correction.filter(one -> !one.voided()).map(Paper.Correction::right).orElseGet(() -> List.copyOf(content.rightChoices())),
                content.modelAnswer(), content.explanation(), correction.map(Paper.Correction::voided).orElse(false),
                correction.map(Paper.Correction::reason).orElse(""));
    }

    private List<RegradingView> regradings(PaperId id) {
        return database.selectFrom(REGRADING).where(REGRADING.PAPER_ID.eq(id.value())).orderBy(REGRADING.DECIDED_AT).limit(MOST)
                .fetch(row -> new RegradingView(row.getEarnedBefore(), row.getEarnedAfter(), row.getPossible(), row.getPassedBefore(), row.getPassedAfter(),
                        row.getReason(), row.getDecidedName(), row.getDecidedAt()));
    }

    private static List<String> actions(Paper paper, Instant now) {
        return switch (paper.status()) {
            case OPEN -> paper.isOver(now) ? List.of("HAND_IN") : List.of("ANSWER", "HAND_IN");
            case GRADING -> List.of();
            case GRADED -> List.of("APPEAL");
        };
    }
}
