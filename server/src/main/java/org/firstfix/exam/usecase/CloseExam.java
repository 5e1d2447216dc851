package org.firstfix.exam.usecase;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.firstfix.exam.ExamClosed;
import org.firstfix.exam.domain.Assignment;
import org.firstfix.exam.domain.Exam;
import org.firstfix.exam.storage.JooqExams;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Closes an exam: no paper is begun any more. One that is under way is finished and graded as ever. */
@Component
@Permission("exam.set")
public final class CloseExam {
    private final Work work;
    private final JooqExams exams;
    private final ExamCheck check;
    private final ExamDuties duties;
    private final Announcements announcements;
    private final Clock clock;

    CloseExam(Work work, JooqExams exams, ExamCheck check, ExamDuties duties, Announcements announcements, Clock clock) {
        this.work = work;
        this.exams = exams;
        this.check = check;
        this.duties = duties;
        this.announcements = announcements;
        this.clock = clock;
    }

    public record Command(String code, String reason, int expectedVersion) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            Exam before = check.lock(command.code(), command.expectedVersion());
            before.requireOpen();
            if (command.reason().isBlank()) {
                throw Problem.invalidField("reason", "exam.say-why", Map.of());
            }
            exams.change(before.with(Exam.Status.CLOSED));
            for (Assignment open : exams.openAssignments(before.code())) {
                exams.settle(open.id(), Assignment.Status.WITHDRAWN, Optional.empty());
                duties.withdraw(open, command.reason());
            }
            announcements.announce(new ExamClosed(before.code(), command.reason(), before.orgPath(), clock.instant()));
        });
    }
}
