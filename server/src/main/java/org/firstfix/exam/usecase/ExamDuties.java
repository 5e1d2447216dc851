package org.firstfix.exam.usecase;

import java.util.Optional;
import org.firstfix.exam.domain.Assignment;
import org.firstfix.exam.domain.Exam;
import org.firstfix.reminder.ReminderApi;
import org.springframework.stereotype.Component;

/** An assignment is a duty of its engineer until the paper is handed in. */
@Component
public class ExamDuties {
    public static final String SUBJECT = "exam-assignment";
    private static final String KIND = "take";
    private static final String POLICY = "EXAM";
    private static final String LINK = "/my-exams";

    private final ReminderApi reminders;

    ExamDuties(ReminderApi reminders) {
        this.reminders = reminders;
    }

    void entrust(Exam exam, Assignment assignment) {
        reminders.entrust(new ReminderApi.NewDuty(key(assignment), exam.code(), LINK, title(exam), assignment.userId(), assignment.orgPath(), assignment.dueAt(), Optional.empty(), Optional.empty(), POLICY, false));
    }

    private static ReminderApi.Title title(Exam exam) {
        return new ReminderApi.Title.Words(exam.titleZh(), exam.titleEn());
    }

    void withdraw(Assignment assignment, String reason) {
        reminders.withdraw(key(assignment), reason);
    }

    private static ReminderApi.Key key(Assignment assignment) {
        return new ReminderApi.Key(SUBJECT, assignment.id().value().toString(), KIND);
    }
}
