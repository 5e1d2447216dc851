package org.firstfix.dispatch.usecase;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.firstfix.dispatch.PlanSetAside;
import org.firstfix.dispatch.domain.PlanVersion;
import org.firstfix.dispatch.domain.Plans;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** A dispatcher does not want a proposal; everything stays as it is. */
@Component
@Permission("dispatch.book")
public final class DiscardPlan {
    private final Work work;
    private final Plans plans;
    private final Announcements announcements;
    private final Clock clock;

    DiscardPlan(Work work, Plans plans, Announcements announcements, Clock clock) {
        this.work = work;
        this.plans = plans;
        this.announcements = announcements;
        this.clock = clock;
    }

    public record Command(UUID version) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            Instant now = clock.instant();
            PlanVersion version = plans.load(command.version());
            plans.save(version.setAside(PlanVersion.Status.DISCARDED, Actors.current().name(), now));
            announcements.announce(new PlanSetAside(version.id(), version.area().day(), version.cause().name(), version.area().branch(), now, ""));
        });
    }
}
