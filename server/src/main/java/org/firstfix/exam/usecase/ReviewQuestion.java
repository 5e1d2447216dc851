package org.firstfix.exam.usecase;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.firstfix.exam.QuestionReviewed;
import org.firstfix.exam.domain.Question;
import org.firstfix.exam.storage.JooqQuestions;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** A second person accepts what somebody wrote, or says what is wrong with it. */
@Component
@Permission("exam.set")
public final class ReviewQuestion {
    private final Work work;
    private final JooqQuestions questions;
    private final Announcements announcements;
    private final Clock clock;

    ReviewQuestion(Work work, JooqQuestions questions, Announcements announcements, Clock clock) {
        this.work = work;
        this.questions = questions;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** @param note why, if it is not accepted */
    public record Command(String code, boolean accepted, String note, int expectedRevision) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            Question before = ChangeQuestion.lock(questions, command.code(), command.expectedRevision());
            int number = before.draftVersion().orElseThrow(() -> Problem.conflict("exam.not-pending",
                    Map.of("question", before.code(), "version", before.shownVersion())));
            Question.Version version = questions.version(before.code(), number);
            Question.requireFourEyes(version, Actors.current().userId());
            if (!command.accepted() && command.note().isBlank()) {
                throw Problem.invalidField("note", "exam.say-why", Map.of());
            }
            Instant now = clock.instant();
            questions.review(before.code(), number, command.accepted() ? Question.Review.ACCEPTED : Question.Review.REFUSED, Actors.current(),
                    command.note(), now);
            Question reviewed = before.reviewed(number, command.accepted());
            questions.put(reviewed, questions.version(before.code(), reviewed.shownVersion()).content(), now);
            announcements.announce(new QuestionReviewed(before.code(), number, command.accepted(), command.note(), before.orgPath(), now));
        });
    }
}
