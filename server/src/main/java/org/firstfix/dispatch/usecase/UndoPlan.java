package org.firstfix.dispatch.usecase;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.firstfix.dispatch.PlanPublished;
import org.firstfix.dispatch.domain.Engineers;
import org.firstfix.dispatch.domain.GoesBack;
import org.firstfix.dispatch.domain.PlanVersion;
import org.firstfix.dispatch.domain.Plans;
import org.firstfix.dispatch.domain.ProposedChange;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** The plan before is in force again: whatever the last version changed goes back to where it was. */
@Component
@Permission("dispatch.book")
public final class UndoPlan {
    private final Work work;
    private final Plans plans;
    private final Engineers engineers;
    private final PlanChanges changes;
    private final Announcements announcements;
    private final Clock clock;

    UndoPlan(Work work, Plans plans, Engineers engineers, PlanChanges changes, Announcements announcements, Clock clock) {
        this.work = work;
        this.plans = plans;
        this.engineers = engineers;
        this.changes = changes;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** @param reason told with every visit that goes back */
    public record Command(UUID version, String reason) {}

    /**
     * Visits that cannot go back stay where they are, and the version says which and why.
     *
     * @return the version that takes it back
     * @throws Problem 409 if it is not the one in force, a visit went on since, or none can go back
     */
    public UUID handle(Command command) {
        return work.perform(this, () -> {
            Instant now = clock.instant();
            PlanVersion version = plans.load(command.version());
            int inForce = plans.hold(version.area()).published();
            if (version.status() != PlanVersion.Status.PUBLISHED || version.number().filter(number -> number == inForce).isEmpty()) {
                throw Problem.conflict("dispatch.not-in-force", Map.of("status", version.status().name()));
            }
            List<ProposedChange> back = version.changes().stream().filter(change -> change.state() == ProposedChange.State.APPLIED)
                    .map(ProposedChange::reversed).toList();
            GoesBack.Split split = GoesBack.of(back, slot -> slot.people().stream().flatMap(person -> engineers.absences(person, slot.period()).stream()).toList());
            if (split.goes().isEmpty() && !split.stays().isEmpty()) {
                throw Problem.conflict("dispatch.nothing-goes-back", Map.of("count", split.stays().size()));
            }
            List<ProposedChange> made = new ArrayList<>(changes.apply(split.goes(), command.reason(), false));
            made.addAll(split.stays());
            made.sort(Comparator.comparingInt(ProposedChange::position));
            PlanVersion undone = version.reversed(UUID.randomUUID(), inForce + 1, made, Actors.current().name(), now);
            plans.add(undone);
            plans.inForce(version.planId(), inForce + 1);
            announcements.announce(new PlanPublished(undone.id(), version.area().day(), undone.cause().name(), inForce + 1, split.goes().size(),
                    version.area().branch(), now, command.reason()));
            return undone.id();
        });
    }
}
