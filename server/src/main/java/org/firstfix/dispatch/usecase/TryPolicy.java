package org.firstfix.dispatch.usecase;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.dispatch.domain.PlanningPolicies;
import org.firstfix.dispatch.domain.PlanningPolicy;
import org.firstfix.dispatch.domain.PolicyTrial;
import org.firstfix.dispatch.domain.PolicyTrials;
import org.firstfix.dispatch.query.Areas;
import org.firstfix.dispatch.query.Branches;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.jobs.Jobs;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** A policy is tried on days that are over, in the background, before anybody depends on it. */
@Component
@Permission("dispatch.policy")
public final class TryPolicy {
    static final String TASK = "dispatch.try-policy";

    private final Work work;
    private final PlanningPolicies policies;
    private final PolicyTrials trials;
    private final Branches branches;
    private final Areas areas;
    private final Jobs jobs;
    private final Clock clock;

    TryPolicy(Work work, PlanningPolicies policies, PolicyTrials trials, Branches branches, Areas areas, Jobs jobs, Clock clock) {
        this.work = work;
        this.policies = policies;
        this.trials = trials;
        this.branches = branches;
        this.areas = areas;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * @param branchCode on whose days; none: the unit the policy is meant for
     * @param note what the trial is to show; may be empty
     */
    public record Command(String unitCode, Optional<String> branchCode, PlanningPolicy policy, LocalDate firstDay, LocalDate lastDay, String note) {}

    /** @return the trial to look for. @throws Problem 400 naming the weight or the days that cannot be */
    public UUID handle(Command command) {
        return work.perform(this, () -> {
            OrgPath place = branches.within(command.unitCode());
            OrgPath branch = command.branchCode().map(branches::within).orElse(place);
            if (!branch.isWithin(place)) {
                throw Problem.invalidField("branchCode", "dispatch.trial-elsewhere", Map.of("unit", command.unitCode()));
            }
            command.policy().check();
            PolicyTrial.requireDays(command.firstDay(), command.lastDay(), areas.ofBranch(branch, Optional.empty()).day());
            Instant now = clock.instant();
            PlanningPolicies.InForce inForce = policies.inForce(place);
            UUID id = UUID.randomUUID();
            trials.add(new PolicyTrial(id, place, branch, command.firstDay(), command.lastDay(), PolicyTrial.Status.COMPUTING, command.policy(),
                    command.note().strip(), inForce.version(), inForce.policy(), id.getLeastSignificantBits(), List.of(), "", Actors.current().name(), now,
                    Optional.empty()));
            jobs.soon(new TaskInstance<>(TASK, id.toString()));
            return id;
        });
    }
}
