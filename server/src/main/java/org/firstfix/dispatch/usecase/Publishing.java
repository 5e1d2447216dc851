package org.firstfix.dispatch.usecase;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.firstfix.dispatch.PlanPublished;
import org.firstfix.dispatch.domain.PlanVersion;
import org.firstfix.dispatch.domain.Plans;
import org.firstfix.dispatch.domain.ProposedChange;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.journal.Announcements;
import org.springframework.stereotype.Component;

/** Puts a proposal in force, for a dispatcher and for the policy the same way. Call inside a transaction. */
@Component
class Publishing {
    private final Plans plans;
    private final PlanChanges changes;
    private final Announcements announcements;
    private final Clock clock;

    Publishing(Plans plans, PlanChanges changes, Announcements announcements, Clock clock) {
        this.plans = plans;
        this.changes = changes;
        this.announcements = announcements;
        this.clock = clock;
    }

    /**
     * @param wanted positions of the changes to take over, each of the version
     * @param reason told with every visit that moves
     * @return the number of the version
     * @throws org.firstfix.platform.problem.Problem 409 if it is decided already or a visit is not where the plan saw it
     */
    int publish(UUID id, Set<Integer> wanted, String reason) {
        PlanVersion version = plans.load(id);
        Instant now = clock.instant();
        int number = plans.hold(version.area()).published() + 1;
        // Before anything moves: who comes second is told so, and nothing else.
        version.requireOpen();
        Map<Integer, ProposedChange> applied = changes.apply(version.changes().stream().filter(change -> wanted.contains(change.position())).toList(),
                reason, true).stream().collect(Collectors.toMap(ProposedChange::position, Function.identity()));
        List<ProposedChange> decided = new ArrayList<>();
        version.changes().forEach(change -> decided.add(applied.getOrDefault(change.position(),
                change.as(ProposedChange.State.LEFT, change.appointment()))));
        plans.save(version.published(number, decided, Actors.current().name(), now));
        plans.inForce(version.planId(), number);
        announcements.announce(new PlanPublished(version.id(), version.area().day(), version.cause().name(), number, applied.size(),
                version.area().branch(), now, reason));
        return number;
    }
}
