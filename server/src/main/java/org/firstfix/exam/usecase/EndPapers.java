package org.firstfix.exam.usecase;

import java.time.Clock;
import java.time.Instant;
import org.firstfix.exam.PaperId;
import org.firstfix.exam.storage.JooqPapers;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Ends papers whose time is over, each in a transaction of its own. What was answered by then counts. */
@Component
public class EndPapers {
    private static final String HOUSE = "Firstfix";
    private static final int AT_ONCE = 200;

    private final Work work;
    private final JooqPapers papers;
    private final Results results;
    private final Clock clock;

    EndPapers(Work work, JooqPapers papers, Results results, Clock clock) {
        this.work = work;
        this.papers = papers;
        this.results = results;
        this.clock = clock;
    }

    /** @return how many ended */
    public int run() {
        Instant now = clock.instant();
        int ended = 0;
        for (PaperId id : work.asTheHouse(HOUSE, () -> papers.over(now, AT_ONCE))) {
            ended += work.asTheHouse(HOUSE, () -> papers.lockIfFree(id).filter(paper -> paper.isOver(now)).map(paper -> {
                results.handIn(paper);
                return 1;
            }).orElse(0));
        }
        return ended;
    }
}
