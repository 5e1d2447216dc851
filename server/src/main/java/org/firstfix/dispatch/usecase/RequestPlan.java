package org.firstfix.dispatch.usecase;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.firstfix.dispatch.domain.PlanArea;
import org.firstfix.dispatch.domain.PlanVersion;
import org.firstfix.dispatch.domain.Plans;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Somebody wants a plan: some server computes it ({@link PlanHeart}), and then it waits for a decision. A proposal that waits already is set aside. */
@Component
@Permission("dispatch.book")
public final class RequestPlan {
    private final Work work;
    private final Plans plans;
    private final Clock clock;

    RequestPlan(Work work, Plans plans, Clock clock) {
        this.work = work;
        this.plans = plans;
        this.clock = clock;
    }

    /** @param note about the cause, such as who is ill; may be empty */
    public record Command(PlanArea area, PlanVersion.Cause cause, String note) {}

    /** @return the version to look for. @throws Problem 409 if the day is over */
    public UUID handle(Command command) {
        return work.perform(this, () -> {
            Instant now = clock.instant();
            if (command.area().isOver(now)) {
                throw Problem.conflict("dispatch.day-is-over", Map.of("day", command.area().day().toString()));
            }
            String actor = Actors.current().name();
            Plans.Held plan = plans.hold(command.area());
            plans.loadOpen(plan.id()).ifPresent(old -> plans.save(old.setAside(PlanVersion.Status.DISCARDED, actor, now)));
            UUID id = UUID.randomUUID();
            // The seed comes from the id, so that it is on record and another request searches elsewhere.
            plans.add(PlanVersion.requested(id, plan.id(), command.area(), command.cause(), command.note().strip(), plan.published(),
                    id.getLeastSignificantBits(), actor, now));
            return id;
        });
    }
}
