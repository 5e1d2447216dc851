package org.firstfix.dispatch.usecase;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.dispatch.PlanningPolicyDecided;
import org.firstfix.dispatch.domain.PlanningPolicies;
import org.firstfix.dispatch.domain.PlanningPolicy;
import org.firstfix.dispatch.domain.PolicyTrials;
import org.firstfix.dispatch.query.Branches;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** What the plans of a part of the house weigh from now on. What has not been tried needs a second reason. */
@Component
@Permission("dispatch.policy")
public final class DecidePlanningPolicy {
    private final Work work;
    private final PlanningPolicies policies;
    private final PolicyTrials trials;
    private final Branches branches;
    private final Announcements announcements;
    private final Clock clock;

    DecidePlanningPolicy(Work work, PlanningPolicies policies, PolicyTrials trials, Branches branches, Announcements announcements, Clock clock) {
        this.work = work;
        this.policies = policies;
        this.trials = trials;
        this.branches = branches;
        this.announcements = announcements;
        this.clock = clock;
    }

    /**
     * @param policy none: as the unit above has it
     * @param untried why it is switched on without a trial; not needed if exactly this policy was tried against the one in force
     * @param expectedVersion the last decision of this unit that was on the screen, 0 for none
     */
    public record Command(String unitCode, Optional<PlanningPolicy> policy, String reason, Optional<String> untried, int expectedVersion) {}

    /** @return the version. @throws Problem 400 naming the weight that cannot be, or untried; 412 if the unit has decided since */
    public int handle(Command command) {
        return work.perform(this, () -> {
            OrgPath place = branches.within(command.unitCode());
            command.policy().ifPresent(PlanningPolicy::check);
            List<PlanningPolicies.Decision> history = policies.history(place);
            int latest = history.isEmpty() ? 0 : history.getFirst().version();
            if (latest != command.expectedVersion()) {
                throw Problem.stale(command.expectedVersion(), latest, policies.inForce(place).policy());
            }
            if (command.policy().isEmpty() && (history.isEmpty() || history.getFirst().policy().isEmpty())) {
                throw Problem.conflict("dispatch.no-policy-of-its-own", Map.of("unit", command.unitCode()));
            }
            boolean tried = command.policy().filter(policy -> trials.wasTried(place, policy, policies.inForce(place).version())).isPresent();
            String untried = tried || command.policy().isEmpty() ? "" : command.untried().map(String::strip).filter(text -> !text.isEmpty())
                    .orElseThrow(() -> Problem.invalidField("untried", "dispatch.policy-untried", Map.of()));
            Instant now = clock.instant();
            int version = policies.add(new PlanningPolicies.Decision(0, place, latest, command.policy(), command.reason().strip(), untried,
                    Actors.current().name(), now));
            announcements.announce(new PlanningPolicyDecided(version, command.policy().isPresent(), tried, place, now, command.reason().strip()));
            return version;
        });
    }
}
