package org.firstfix.exam.usecase;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.firstfix.dispatch.DispatchApi;
import org.firstfix.exam.QuestionWritten;
import org.firstfix.exam.domain.Question;
import org.firstfix.exam.domain.QuestionContent;
import org.firstfix.exam.storage.JooqQuestions;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Adds a question to the bank. It is drawn once a second person has accepted it. */
@Component
@Permission("exam.set")
public final class WriteQuestion {
    private final Work work;
    private final JooqQuestions questions;
    private final DispatchApi dispatch;
    private final Announcements announcements;
    private final Clock clock;

    WriteQuestion(Work work, JooqQuestions questions, DispatchApi dispatch, Announcements announcements, Clock clock) {
        this.work = work;
        this.questions = questions;
        this.dispatch = dispatch;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** @param caseNumber the case it was made from */
    public record Command(QuestionContent content, Optional<String> caseNumber) {}

    /** @return its code */
    public String handle(Command command) {
        return work.perform(this, () -> {
            requireComplete(command.content(), dispatch);
            Instant now = clock.instant();
            Question question = new Question(questions.nextCode(), Question.Status.DRAFT, Optional.empty(), Optional.of(1), command.caseNumber(), 0,
                    Actors.current().home().orElseThrow(() -> Problem.forbidden("exam.set")));
            questions.put(question, command.content(), now);
            questions.write(question.code(), 1, command.content(), Actors.current(), now);
            announcements.announce(new QuestionWritten(question.code(), 1, question.orgPath(), now));
            return question.code();
        });
    }

    static void requireComplete(QuestionContent content, DispatchApi dispatch) {
        content.check();
        if (!dispatch.knowsSkill(content.skill())) {
            throw Problem.invalidField("skill", "exam.skill-unknown", Map.of("skill", content.skill()));
        }
    }
}
