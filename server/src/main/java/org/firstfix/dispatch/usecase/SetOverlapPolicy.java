package org.firstfix.dispatch.usecase;

import java.util.Optional;
import org.firstfix.dispatch.domain.OverlapPolicies;
import org.firstfix.dispatch.domain.OverlapPolicy;
import org.firstfix.organization.OrgUnitSummary;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Whether engineers of a part of the house may be booked twice for the same time. */
@Component
@Permission("dispatch.policy")
public final class SetOverlapPolicy {
    private final Work work;
    private final OverlapPolicies policies;
    private final OrganizationApi organization;

    SetOverlapPolicy(Work work, OverlapPolicies policies, OrganizationApi organization) {
        this.work = work;
        this.policies = policies;
        this.organization = organization;
    }

    /** @param policy none: as the unit above has it */
    public record Command(String unitCode, Optional<OverlapPolicy> policy) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            OrgUnitSummary unit = organization.findUnitByCode(command.unitCode())
                    .filter(found -> Actors.current().scope().contains(found.path()))
                    .orElseThrow(() -> Problem.notFound("org-unit", command.unitCode()));
            policies.set(unit.path(), command.policy());
        });
    }
}
