package org.firstfix.sla.query;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.firstfix.contract.Milestone;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Query;
import org.firstfix.platform.work.Work;
import org.firstfix.sla.PausedTime;
import org.firstfix.sla.storage.JooqCustomerLinks;

/**
 * The clock of a case as its customer sees it: what is due when and why, and what did not count. The ledger and who did what
 * stay in the house. Read with the reach of the house: the secret of the link is what lets in.
 */
@Query
public class CustomerClock {
    private final JooqCustomerLinks links;
    private final ClockFile file;
    private final Work work;
    private final Clock house;

    CustomerClock(JooqCustomerLinks links, ClockFile file, Work work, Clock house) {
        this.links = links;
        this.file = file;
        this.work = work;
        this.house = house;
    }

    /** @throws Problem 404 for an unknown or expired link */
    public ClockFile.View show(String secret) {
        return behind(secret, caseId -> {
            ClockFile.View view = file.show(caseId);
            List<PausedTime> pauses = view.pauses().stream().map(pause -> new PausedTime(pause.reason(), pause.from(), pause.until(),
                    pause.evidence(), "", pause.workingSeconds(), pause.limitAt(), pause.ranOut())).toList();
            return new ClockFile.View(view.caseId(), view.caseNumber(), view.now(), view.clock(), view.priority(), view.calendarCode(),
                    view.calendarVersion(), view.startedAt(), view.pausedSince(), view.stoppedAt(), view.unconfirmedYears(), view.pauseRights(),
                    pauses, view.pausedSeconds(), List.of());
        });
    }

    /** @throws Problem 404 for an unknown or expired link, or a milestone that is not promised */
    public ClockFile.Explanation explain(String secret, Milestone kind) {
        return behind(secret, caseId -> file.explain(caseId, kind));
    }

    private <T> T behind(String secret, Function<UUID, T> read) {
        return work.asTheHouse("customer", () -> read.apply(links.caseOf(secret, house.instant())
                .orElseThrow(() -> Problem.notFound("customer-link", "…"))));
    }
}
