package org.firstfix.exam.usecase;

import java.time.Clock;
import java.time.Instant;
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

/** Writes a question otherwise: a version of its own, which waits for a second person while the one in use stays in use. */
@Component
@Permission("exam.set")
public final class ChangeQuestion {
    private final Work work;
    private final JooqQuestions questions;
    private final DispatchApi dispatch;
    private final Announcements announcements;
    private final Clock clock;

    ChangeQuestion(Work work, JooqQuestions questions, DispatchApi dispatch, Announcements announcements, Clock clock) {
        this.work = work;
        this.questions = questions;
        this.dispatch = dispatch;
        this.announcements = announcements;
        this.clock = clock;
    }

    public record Command(String code, QuestionContent content, int expectedRevision) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            Question before = lock(questions, command.code(), command.expectedRevision());
            WriteQuestion.requireComplete(command.content(), dispatch);
            int version = before.versionToWrite();
            Question written = before.written(version);
            Instant now = clock.instant();
            questions.write(written.code(), version, command.content(), Actors.current(), now);
            questions.put(written, questions.version(written.code(), written.shownVersion()).content(), now);
            announcements.announce(new QuestionWritten(written.code(), version, written.orgPath(), now));
        });
    }

    static Question lock(JooqQuestions questions, String code, int expectedRevision) {
        Question question = questions.lock(code).orElseThrow(() -> Problem.notFound("question", code));
        if (question.revision() != expectedRevision) {
            throw Problem.stale(expectedRevision, question.revision(), question);
        }
        return question;
    }
}
