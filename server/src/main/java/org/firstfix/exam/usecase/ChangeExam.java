package org.firstfix.exam.usecase;

import org.firstfix.exam.domain.Exam;
import org.firstfix.exam.storage.JooqExams;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Changes an exam. Papers that were begun keep their questions, their time and their pass mark. */
@Component
@Permission("exam.set")
public final class ChangeExam {
    private final Work work;
    private final JooqExams exams;
    private final ExamCheck check;

    ChangeExam(Work work, JooqExams exams, ExamCheck check) {
        this.work = work;
        this.exams = exams;
        this.check = check;
    }

    /** @param exam with the version it is based on; its status and place stay */
    public record Command(Exam exam, String reason) {}

    public Exam handle(Command command) {
        return work.perform(this, () -> {
            Exam wanted = command.exam();
            Exam before = check.lock(wanted.code(), wanted.version());
            Exam changed = new Exam(before.code(), wanted.titleZh(), wanted.titleEn(), wanted.skill(), wanted.level(), wanted.passPercent(),
                    wanted.minutes(), wanted.attemptsAllowed(), wanted.waitHours(), wanted.validityMonths(), wanted.renewDays(), wanted.drawing(),
                    before.status(), before.version() + 1, before.orgPath());
            check.complete(changed);
            exams.change(changed);
            check.announce(changed, command.reason());
            return changed;
        });
    }
}
