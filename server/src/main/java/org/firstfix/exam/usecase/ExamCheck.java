package org.firstfix.exam.usecase;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.firstfix.dispatch.DispatchApi;
import org.firstfix.exam.ExamDefined;
import org.firstfix.exam.domain.Drawing;
import org.firstfix.exam.domain.Exam;
import org.firstfix.exam.query.ExamFile;
import org.firstfix.exam.storage.JooqExams;
import org.firstfix.exam.storage.JooqQuestions;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.problem.Problem.FieldProblem;
import org.firstfix.platform.scope.DataScope;
import org.springframework.stereotype.Component;

/** What adding, changing and opening an exam have in common. */
@Component
class ExamCheck {
    private final JooqExams exams;
    private final JooqQuestions questions;
    private final DispatchApi dispatch;
    private final Announcements announcements;
    private final Clock clock;

    ExamCheck(JooqExams exams, JooqQuestions questions, DispatchApi dispatch, Announcements announcements, Clock clock) {
        this.exams = exams;
        this.questions = questions;
        this.dispatch = dispatch;
        this.announcements = announcements;
        this.clock = clock;
    }

    Exam lock(String code, int expectedVersion) {
        Exam exam = exams.lock(code).orElseThrow(() -> Problem.notFound("exam", code));
        if (exam.version() != expectedVersion) {
            throw Problem.stale(expectedVersion, exam.version(), ExamFile.Settings.of(exam));
        }
        return exam;
    }

    void complete(Exam exam) {
        exam.drawing().check();
        List<FieldProblem> found = new ArrayList<>();
        if (!dispatch.knowsSkill(exam.skill())) {
            found.add(new FieldProblem("skill", "exam.skill-unknown", Map.of("skill", exam.skill())));
        }
        Set<String> known = questions.active(exam.drawing().fixed()).keySet();
        exam.drawing().fixed().stream().filter(code -> !known.contains(code)).findFirst()
                .ifPresent(code -> found.add(new FieldProblem("drawing", "exam.question-not-in-use", Map.of("question", code))));
        if (!found.isEmpty()) {
            throw Problem.invalid(found);
        }
    }

    /** @throws Problem 409 if the bank could not fill a paper today */
    void drawable(Exam exam) {
        Optional<Drawing.Lacking> lacking = exam.drawing().lacking(questions.bank(exam.skill(), DataScope.below(List.of(exam.orgPath()))));
        lacking.ifPresent(lack -> {
            throw Problem.conflict("exam.bank-too-small", Map.of("difficulty", lack.difficulty().name(), "wanted", lack.wanted(), "there", lack.there()));
        });
    }

    /** @throws Problem 400 for a due time that has passed */
    void due(Instant dueAt) {
        if (!dueAt.isAfter(clock.instant())) {
            throw Problem.invalidField("dueAt", "exam.due-in-the-past", Map.of());
        }
    }

    void announce(Exam exam, String reason) {
        announcements.announce(new ExamDefined(exam.code(), exam.version(), exam.skill(), exam.level(), reason, exam.orgPath(), clock.instant()));
    }
}
