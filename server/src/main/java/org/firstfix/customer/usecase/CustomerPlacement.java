package org.firstfix.customer.usecase;

import java.util.Map;
import org.firstfix.organization.OrgUnitSummary;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.problem.Problem;
import org.springframework.stereotype.Component;

/** Finds the place in the house where something is put. */
@Component
class CustomerPlacement {
    private final OrganizationApi organization;

    CustomerPlacement(OrganizationApi organization) {
        this.organization = organization;
    }

    /** The unit of that code. Nobody puts things where they themselves cannot see them. */
    OrgUnitSummary of(String orgUnitCode) {
        return organization.findUnitByCode(orgUnitCode)
                .filter(unit -> Actors.current().scope().contains(unit.path()))
                .orElseThrow(() -> Problem.invalidField("orgUnitCode", "customer.org-unit-unknown", Map.of("code", orgUnitCode)));
    }
}
