package org.firstfix.dispatch.usecase;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.firstfix.dispatch.domain.PlanVersion;
import org.firstfix.dispatch.domain.Plans;
import org.firstfix.dispatch.domain.ProposedChange;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** A dispatcher takes over a proposal, all of it or some of its changes. What is left out stays as it is. */
@Component
@Permission("dispatch.book")
public final class PublishPlan {
    private final Work work;
    private final Plans plans;
    private final Publishing publishing;

    PublishPlan(Work work, Plans plans, Publishing publishing) {
        this.work = work;
        this.plans = plans;
        this.publishing = publishing;
    }

    /**
     * @param positions of the changes to take over; none for all
     * @param reason told with every visit that moves
     */
    public record Command(UUID version, Optional<Set<Integer>> positions, String reason) {}

    /** @return the number of the version. @throws Problem 409 if it is decided already or a visit is not where the plan saw it */
    public int handle(Command command) {
        return work.perform(this, () -> {
            PlanVersion version = plans.load(command.version());
            Set<Integer> known = version.changes().stream().map(ProposedChange::position).collect(Collectors.toSet());
            Set<Integer> wanted = command.positions().orElse(known);
            wanted.stream().filter(position -> !known.contains(position)).findFirst().ifPresent(position -> {
                throw Problem.invalidField("positions", "dispatch.no-such-change", Map.of("position", position));
            });
            if (wanted.isEmpty()) {
                throw Problem.invalidField("positions", "dispatch.nothing-to-publish", Map.of());
            }
            return publishing.publish(command.version(), wanted, command.reason());
        });
    }
}
