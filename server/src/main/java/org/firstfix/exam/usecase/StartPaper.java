package org.firstfix.exam.usecase;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.exam.AssignmentId;
import org.firstfix.exam.PaperId;
import org.firstfix.exam.PaperStarted;
import org.firstfix.exam.domain.Assignment;
import org.firstfix.exam.domain.Drawing;
import org.firstfix.exam.domain.Exam;
import org.firstfix.exam.domain.Paper;
import org.firstfix.exam.domain.Question;
import org.firstfix.exam.domain.QuestionContent;
import org.firstfix.exam.storage.JooqExams;
import org.firstfix.exam.storage.JooqPapers;
import org.firstfix.exam.storage.JooqQuestions;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Begins an attempt: the paper is drawn and the time runs. Who has begun already goes on where he was. */
@Component
@Permission("exam.take")
public final class StartPaper {
    private final Work work;
    private final OwnPapers own;
    private final JooqExams exams;
    private final JooqPapers papers;
    private final JooqQuestions questions;
    private final ExamCheck check;
    private final Results results;
    private final Announcements announcements;
    private final Clock clock;

    StartPaper(Work work, OwnPapers own, JooqExams exams, JooqPapers papers, JooqQuestions questions, ExamCheck check, Results results,
            Announcements announcements, Clock clock) {
        this.work = work;
        this.own = own;
        this.exams = exams;
        this.papers = papers;
        this.questions = questions;
        this.check = check;
        this.results = results;
        this.announcements = announcements;
        this.clock = clock;
    }

    public record Command(AssignmentId assignmentId) {}

    public PaperId handle(Command command) {
        return work.perform(this, () -> work.asTheHouse("exam", () -> {
            Assignment assignment = own.lock(command.assignmentId());
            Optional<Paper> begun = stillOpen(assignment);
            if (begun.isPresent()) {
                return begun.get().id();
            }
            Exam exam = exams.find(assignment.examCode()).orElseThrow();
            exam.requireOpen();
            // A paper that ended just now may have settled it.
            if (exams.assignment(assignment.id()).status() != Assignment.Status.OPEN) {
                throw Problem.conflict("exam.assignment-over", Map.of("exam", exam.code()));
            }
            Optional<Exam.Earlier> last = papers.lastOf(assignment.id());
            if (papers.isBeingGraded(assignment.id())) {
                throw Problem.conflict("exam.waits-for-grading", Map.of());
            }
            exam.requireAnotherAttempt(last, clock.instant());
            return begin(assignment, exam, last.map(Exam.Earlier::attempt).orElse(0) + 1);
        }));
    }

    /** One at a time; one whose time is over is ended first. */
    private Optional<Paper> stillOpen(Assignment assignment) {
        Optional<Paper> open = papers.openOf(assignment.engineerId());
        if (open.filter(paper -> paper.isOver(clock.instant())).isPresent()) {
            papers.lock(open.get().id()).filter(paper -> paper.status() == Paper.Status.OPEN).ifPresent(results::handIn);
            return Optional.empty();
        }
        open.filter(paper -> !paper.assignmentId().equals(assignment.id())).ifPresent(other -> {
            throw Problem.conflict("exam.another-open", Map.of("exam", other.examCode()));
        });
        return open;
    }

    private PaperId begin(Assignment assignment, Exam exam, int attempt) {
        UUID id = UUID.randomUUID();
        long seed = Paper.seedOf(id);
        Instant now = clock.instant();
        Paper paper = new Paper(new PaperId(id), assignment.id(), exam.code(), assignment.engineerId(), attempt, seed, exam.passPercent(), now,
                now.plus(Duration.ofMinutes(exam.minutes())), Paper.Status.OPEN, Optional.empty(), Optional.empty(), assignment.orgPath());
        if (!papers.start(paper, draw(paper, exam))) {
            throw Problem.conflict("exam.another-open", Map.of("exam", exam.code()));
        }
        announcements.announce(new PaperStarted(paper.id(), exam.code(), paper.engineerId(), attempt, paper.endsAt(), paper.orgPath(), now));
        return paper.id();
    }

    /** A fixed question that is out of use meanwhile is left out: better a shorter paper than one with a question that is wrong. */
    private List<Paper.Asked> draw(Paper paper, Exam exam) {
        check.drawable(exam);
        List<Drawing.Candidate> bank = questions.bank(exam.skill(), DataScope.below(List.of(exam.orgPath())));
        List<String> drawn = exam.drawing().draw(bank, paper.seed());
        Map<String, Question.Version> versions = questions.active(drawn);
        List<Paper.Asked> asked = new ArrayList<>();
        for (String code : drawn) {
            Optional.ofNullable(versions.get(code)).ifPresent(version -> asked.add(ask(paper, version, asked.size() + 1)));
        }
        if (asked.isEmpty()) {
            throw Problem.conflict("exam.nothing-to-ask", Map.of("exam", exam.code()));
        }
        return asked;
    }

    private static Paper.Asked ask(Paper paper, Question.Version version, int position) {
        QuestionContent content = version.content();
        List<String> order = Drawing.shuffled(content.choices().stream().map(QuestionContent.Choice::id).toList(), paper.seed(), position);
        return new Paper.Asked(paper.id(), position, version.code(), version.version(), content.kind(), content.points(), order, List.of(), "", 0,
                Optional.empty(), Optional.empty(), "", "");
    }
}
