package org.firstfix.exam.usecase;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.firstfix.exam.AppealId;
import org.firstfix.exam.AppealRaised;
import org.firstfix.exam.PaperId;
import org.firstfix.exam.domain.Appeal;
import org.firstfix.exam.domain.Paper;
import org.firstfix.exam.storage.JooqAppeals;
import org.firstfix.exam.storage.JooqPapers;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** An engineer objects to a question of a graded paper, once, and says why. */
@Component
@Permission("exam.take")
public final class RaiseAppeal {
    private final Work work;
    private final OwnPapers own;
    private final JooqPapers papers;
    private final JooqAppeals appeals;
    private final Announcements announcements;
    private final Clock clock;

    RaiseAppeal(Work work, OwnPapers own, JooqPapers papers, JooqAppeals appeals, Announcements announcements, Clock clock) {
        this.work = work;
        this.own = own;
        this.papers = papers;
        this.appeals = appeals;
        this.announcements = announcements;
        this.clock = clock;
    }

    public record Command(PaperId paperId, int position, String reason) {}

    public AppealId handle(Command command) {
        return work.perform(this, () -> work.asTheHouse("exam", () -> {
            Paper paper = own.lock(command.paperId());
            Paper.Asked asked = papers.asked(paper.id(), command.position()).orElseThrow(() -> Problem.notFound("question", command.position()));
            if (paper.status() != Paper.Status.GRADED) {
                throw Problem.conflict("exam.not-graded", Map.of());
            }
            Instant now = clock.instant();
            AppealId id = appeals.add(new Appeal(paper.id(), asked.position(), asked.question(), asked.version(), paper.engineerId(),
                    Actors.current().name(), command.reason(), now, Appeal.Status.OPEN, "", "", paper.orgPath()))
                    .orElseThrow(() -> Problem.conflict("exam.appealed-already", Map.of("question", asked.question())));
            announcements.announce(new AppealRaised(id, paper.id(), asked.question(), paper.engineerId(), command.reason(), paper.orgPath(), now));
            return id;
        }));
    }
}
