package org.firstfix.exam.reaction;

import java.util.Map;
import org.firstfix.exam.usecase.ExamDuties;
import org.firstfix.platform.problem.Problem;
import org.firstfix.reminder.DutyDelegated;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Nobody takes an exam for somebody else. */
@Component
class OnExamDelegated {
    @EventListener
    void on(DutyDelegated duty) {
        if (duty.key().type().equals(ExamDuties.SUBJECT)) {
            throw Problem.conflict("exam.not-for-others", Map.of());
        }
    }
}
