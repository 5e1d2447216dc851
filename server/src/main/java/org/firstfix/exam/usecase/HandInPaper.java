package org.firstfix.exam.usecase;

import org.firstfix.exam.PaperId;
import org.firstfix.exam.domain.Paper;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Hands a paper in. A second time changes nothing. */
@Component
@Permission("exam.take")
public final class HandInPaper {
    private final Work work;
    private final OwnPapers own;
    private final Results results;

    HandInPaper(Work work, OwnPapers own, Results results) {
        this.work = work;
        this.own = own;
        this.results = results;
    }

    public record Command(PaperId paperId) {}

    public void handle(Command command) {
        work.perform(this, () -> work.asTheHouse("exam", () -> {
            Paper paper = own.lock(command.paperId());
            if (paper.status() == Paper.Status.OPEN) {
                results.handIn(paper);
            }
        }));
    }
}
