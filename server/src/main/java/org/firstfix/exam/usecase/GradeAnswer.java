package org.firstfix.exam.usecase;

import java.math.BigDecimal;
import java.util.Map;
import org.firstfix.exam.PaperId;
import org.firstfix.exam.domain.Paper;
import org.firstfix.exam.domain.QuestionKind;
import org.firstfix.exam.storage.JooqPapers;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Somebody experienced gives points for an answer in words, and says why they are not all. */
@Component
@Permission("exam.grade")
public final class GradeAnswer {
    private static final int DECIMALS = 1;

    private final Work work;
    private final JooqPapers papers;
    private final Results results;

    GradeAnswer(Work work, JooqPapers papers, Results results) {
        this.work = work;
        this.papers = papers;
        this.results = results;
    }

    /** @param earned from 0 to the question's points, with at most one decimal */
    public record Command(PaperId paperId, int position, BigDecimal earned, String note) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            Paper paper = papers.lock(command.paperId()).orElseThrow(() -> Problem.notFound("paper", command.paperId().value()));
            Paper.Asked asked = papers.asked(paper.id(), command.position()).filter(one -> one.kind() == QuestionKind.SHORT_TEXT)
                    .orElseThrow(() -> Problem.notFound("question", command.position()));
            if (Actors.current().personId().filter(paper.engineerId()::equals).isPresent()) {
                throw Problem.conflict("exam.own-paper", Map.of());
            }
            if (paper.status() != Paper.Status.GRADING || asked.earned().isPresent()) {
                throw Problem.conflict("exam.nothing-to-grade", Map.of("by", asked.gradedName().isBlank() ? "–" : asked.gradedName()));
            }
            requirePoints(command, asked.points());
            papers.grade(paper.id(), asked.position(), command.earned(), Actors.current(), command.note());
            work.asTheHouse("exam", () -> results.finishIfGraded(paper));
        });
    }

    private static void requirePoints(Command command, int points) {
        BigDecimal earned = command.earned();
        if (earned.signum() < 0 || earned.compareTo(BigDecimal.valueOf(points)) > 0 || earned.stripTrailingZeros().scale() > DECIMALS) {
            throw Problem.invalidField("earned", "exam.points-out-of-range", Map.of("earned", earned, "most", points));
        }
        if (earned.compareTo(BigDecimal.valueOf(points)) < 0 && command.note().isBlank()) {
            throw Problem.invalidField("note", "exam.say-why", Map.of());
        }
    }
}
