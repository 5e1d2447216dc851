package org.firstfix.cases.usecase;

import java.time.Instant;
import java.util.Map;
import org.firstfix.cases.CriticalWatchEnded;
import org.firstfix.cases.domain.Case;
import org.firstfix.cases.domain.CriticalWatch;
import org.firstfix.cases.domain.CriticalWatches;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Ends a watch with its incident report: what happened, why, and what prevents it from happening again. */
@Component
@Permission("case.watch")
public final class EndCriticalWatch {
    private final Work work;
    private final Desk desk;
    private final CriticalWatches watches;

    EndCriticalWatch(Work work, Desk desk, CriticalWatches watches) {
        this.work = work;
        this.desk = desk;
        this.watches = watches;
    }

    public record Command(String number, String incidentReport) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            Case it = desk.cases().forChange(command.number());
            CriticalWatch watch = watches.findOpenForChange(it.id())
                    .orElseThrow(() -> Problem.conflict("cases.not-watched", Map.of("number", it.number())));
            Instant now = desk.now();
            watch.finish(new CriticalWatch.End(now, Actors.current().name(), command.incidentReport().strip()));
            watches.save(watch);
            it.endWatch();
            desk.save(it, new CriticalWatchEnded(it.id(), it.number(), it.orgPath(), now));
        });
    }
}
