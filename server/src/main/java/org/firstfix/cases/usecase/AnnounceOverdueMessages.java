package org.firstfix.cases.usecase;

import java.time.Instant;
import java.util.List;
import org.firstfix.cases.CaseSummary;
import org.firstfix.cases.ProgressMessageOverdue;
import org.firstfix.cases.domain.CriticalWatch;
import org.firstfix.cases.domain.CriticalWatches;
import org.firstfix.cases.query.CaseSummaries;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Tells everybody, once for each interval, that the customer of a watched case should have heard from us. */
@Component
@Permission("case.watch")
public final class AnnounceOverdueMessages {
    private static final int MOST = 200;

    private final Work work;
    private final CriticalWatches watches;
    private final CaseSummaries cases;
    private final Announcements announcements;

    AnnounceOverdueMessages(Work work, CriticalWatches watches, CaseSummaries cases, Announcements announcements) {
        this.work = work;
        this.watches = watches;
        this.cases = cases;
        this.announcements = announcements;
    }

    public record Command(Instant now) {}

    /** @return how many were announced */
    public int handle(Command command) {
        return work.perform(this, () -> {
            List<CriticalWatch> due = watches.alarmsDue(command.now(), MOST);
            var known = cases.get(due.stream().map(watch -> watch.start().caseId()).toList());
            int announced = 0;
            for (CriticalWatch watch : due) {
                if (watch.alarm(command.now())) {
                    watches.save(watch);
                    CaseSummary it = known.get(watch.start().caseId());
                    announcements.announce(new ProgressMessageOverdue(it.id(), it.number(), it.orgPath(), command.now()));
                    announced++;
                }
            }
            return announced;
        });
    }
}
