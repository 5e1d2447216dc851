package org.firstfix.cases.usecase;

import java.util.Optional;
import java.util.UUID;
import org.firstfix.cases.CaseId;
import org.firstfix.cases.domain.Cases;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.firstfix.sla.ClockSummary;
import org.firstfix.sla.SlaApi;
import org.springframework.stereotype.Component;

/** Keeps what the list sorts and filters by in step with the clock, whoever moved it. */
@Component
@Permission("case.work")
public final class FollowClock {
    private final Work work;
    private final SlaApi sla;
    private final Cases cases;

    FollowClock(Work work, SlaApi sla, Cases cases) {
        this.work = work;
        this.sla = sla;
        this.cases = cases;
    }

    public record Command(UUID caseId) {}

    public void handle(Command command) {
        if (CaseClock.isAtHand(command.caseId())) {
            return;
        }
        work.perform(this, () -> {
            Optional<ClockSummary> clock = sla.clockOf(command.caseId());
            cases.dueChanged(new CaseId(command.caseId()), clock.flatMap(CaseClock::dueAt), clock.filter(CaseClock::isRisky).isPresent());
        });
    }
}
