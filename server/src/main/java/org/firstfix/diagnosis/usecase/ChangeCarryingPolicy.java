package org.firstfix.diagnosis.usecase;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firstfix.diagnosis.CarryingPolicyChanged;
import org.firstfix.diagnosis.domain.CarryingPolicies;
import org.firstfix.diagnosis.domain.CarryingPolicy;
import org.firstfix.diagnosis.domain.CarryingPolicy.PartCost;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Values anew what carrying parts costs and saves. Predictions made before keep what they promised. */
@Component
@Permission("diagnosis.policy")
public final class ChangeCarryingPolicy {
    private final Work work;
    private final CarryingPolicies policies;
    private final Announcements announcements;
    private final Clock clock;

    ChangeCarryingPolicy(Work work, CarryingPolicies policies, Announcements announcements, Clock clock) {
        this.work = work;
        this.policies = policies;
        this.announcements = announcements;
        this.clock = clock;
    }

    public record Command(BigDecimal secondVisitCost, BigDecimal usualPartPrice, BigDecimal unusedPartCost, int repeatDays, List<PartCost> parts,
            String reason, int expectedVersion) {}

    public CarryingPolicy handle(Command command) {
        return work.perform(this, () -> {
            CarryingPolicy before = policies.current();
            if (before.version() != command.expectedVersion()) {
                throw Problem.stale(command.expectedVersion(), before.version(), before);
            }
            eachKindOnce(command.parts());
            CarryingPolicy next = new CarryingPolicy(before.version() + 1, command.secondVisitCost(), command.usualPartPrice(),
                    command.unusedPartCost(), command.repeatDays(), command.parts());
            Instant now = clock.instant();
            policies.put(next, Actors.current().name(), command.reason(), now);
            announcements.announce(new CarryingPolicyChanged(next.version(),
                    Actors.current().home().orElseThrow(() -> Problem.forbidden("diagnosis.policy")), now, command.reason()));
            return next;
        });
    }

    private static void eachKindOnce(List<PartCost> parts) {
        Set<String> seen = new HashSet<>();
        parts.stream().map(PartCost::partKind).filter(kind -> !seen.add(kind)).findFirst().ifPresent(kind -> {
            throw Problem.invalidField("parts", "diagnosis.part-kind-twice", Map.of("partKind", kind));
        });
    }
}
