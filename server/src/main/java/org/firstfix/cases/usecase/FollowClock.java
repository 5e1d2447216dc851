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

/** Keeps what the list sorts and filters by, and what the owner is reminded of, in step with the clock, whoever moved it. */
@Component
@Permission("case.work")
public final class FollowClock {
    private final Work work;
    private final SlaApi sla;
    private final Cases cases;
    private final CaseDuties duties;

    FollowClock(Work work, SlaApi sla, Cases cases, CaseDuties duties) {
        this.work = work;
        this.sla = sla;
        this.cases = cases;
        this.duties = duties;
    }

    public record Command(UUID caseId) {}

    public void handle(Command command) {
        if (CaseClock.isAtHand(command.caseId())) {
            return;
        }
        work.perform(this, () -> {
            Optional<ClockSummary> clock = sla.clockOf(command.caseId());
            CaseId id = new CaseId(command.caseId());
            boolean risky = clock.filter(CaseClock::isRisky).isPresent();
            cases.find(id).filter(it -> risky || it.standing().atRisk()).ifPresent(it -> duties.follow(it, clock));
            cases.dueChanged(id, clock.flatMap(CaseClock::dueAt), risky);
        });
    }
}
