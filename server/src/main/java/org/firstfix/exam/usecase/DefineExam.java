package org.firstfix.exam.usecase;

import java.util.Map;
import org.firstfix.exam.domain.Exam;
import org.firstfix.exam.storage.JooqExams;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Adds an exam. Nobody takes it before it is opened. */
@Component
@Permission("exam.set")
public final class DefineExam {
    private final Work work;
    private final JooqExams exams;
    private final ExamCheck check;

    DefineExam(Work work, JooqExams exams, ExamCheck check) {
        this.work = work;
        this.exams = exams;
        this.check = check;
    }

    public record Command(Exam exam) {}

    public Exam handle(Command command) {
        return work.perform(this, () -> {
            check.complete(command.exam());
            if (!exams.add(command.exam())) {
                throw Problem.conflict("exam.code-taken", Map.of("code", command.exam().code()));
            }
            check.announce(command.exam(), "");
            return command.exam();
        });
    }
}
