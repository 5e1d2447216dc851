package org.firstfix.exam.usecase;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.firstfix.exam.QuestionRetired;
import org.firstfix.exam.domain.Question;
import org.firstfix.exam.storage.JooqQuestions;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Takes a question out of use. Papers that have it keep it. */
@Component
@Permission("exam.set")
public final class RetireQuestion {
    private final Work work;
    private final JooqQuestions questions;
    private final Announcements announcements;
    private final Clock clock;

    RetireQuestion(Work work, JooqQuestions questions, Announcements announcements, Clock clock) {
        this.work = work;
        this.questions = questions;
        this.announcements = announcements;
        this.clock = clock;
    }

    public record Command(String code, String reason, int expectedRevision) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            Question before = ChangeQuestion.lock(questions, command.code(), command.expectedRevision());
            if (command.reason().isBlank()) {
                throw Problem.invalidField("reason", "exam.say-why", Map.of());
            }
            Question retired = before.retired();
            Instant now = clock.instant();
            questions.put(retired, questions.version(retired.code(), retired.shownVersion()).content(), now);
            announcements.announce(new QuestionRetired(retired.code(), command.reason(), retired.orgPath(), now));
        });
    }
}
