package org.firstfix.exam.usecase;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.firstfix.exam.PaperId;
import org.firstfix.exam.domain.Paper;
import org.firstfix.exam.domain.QuestionKind;
import org.firstfix.exam.storage.JooqPapers;
import org.firstfix.exam.storage.JooqQuestions;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/**
 * Keeps an answer. Each is durable at once; the server's clock refuses what comes late, and an answer that does not know
 * the one before it, from another device, does not overwrite it. Answers are no news: the journal hears of the paper.
 */
@Component
@Permission("exam.take")
public final class AnswerQuestion {
    private final Work work;
    private final OwnPapers own;
    private final JooqPapers papers;
    private final JooqQuestions questions;
    private final Clock clock;

    AnswerQuestion(Work work, OwnPapers own, JooqPapers papers, JooqQuestions questions, Clock clock) {
        this.work = work;
        this.own = own;
        this.papers = papers;
        this.questions = questions;
        this.clock = clock;
    }

    /** @param words for a short text, {@code chosen} for everything else; both empty take the answer back */
    public record Command(PaperId paperId, int position, List<String> chosen, String words, int expectedRevision) {}

    public record Answer(int position, List<String> chosen, String words, int revision) {}

    public Answer handle(Command command) {
        return work.perform(this, () -> work.asTheHouse("exam", () -> {
            Paper paper = own.lock(command.paperId());
            Instant now = clock.instant();
            paper.requireRunning(now);
            Paper.Asked asked = papers.asked(paper.id(), command.position())
                    .orElseThrow(() -> Problem.notFound("question", command.position()));
            if (asked.revision() != command.expectedRevision()) {
                throw Problem.stale(command.expectedRevision(), asked.revision(), new Answer(asked.position(), asked.chosen(), asked.words(), asked.revision()));
            }
            boolean inWords = asked.kind() == QuestionKind.SHORT_TEXT;
            if (!inWords && !command.words().isBlank()) {
                throw Problem.invalidField("words", "exam.no-words-here", Map.of());
            }
            List<String> chosen = questions.version(asked.question(), asked.version()).content().accepted(command.chosen());
            papers.answer(asked, chosen, command.words(), now);
            return new Answer(asked.position(), chosen, command.words(), asked.revision() + 1);
        }));
    }
}
