package org.firstfix.organization.usecase;

import java.util.List;
import java.util.Map;
import org.firstfix.organization.BuiltInRole;
import org.firstfix.organization.OrgUnitSummary;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.organization.domain.RoleGrant;
import org.firstfix.organization.storage.Users;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.problem.Problem;

/** Looks up what is to be granted. */
final class RoleGrants {
    private RoleGrants() {}

    /** Looks the places up, and refuses to hand out what lies outside the granting actor's own scope. */
    static List<RoleGrant.Resolved> resolve(List<RoleGrant> grants, OrganizationApi organization, Users users) {
        return grants.stream().map(grant -> {
            if (BuiltInRole.find(grant.role()).isEmpty() && !users.knowsCustomRole(grant.role())) {
                throw Problem.invalidField("roles", "organization.role-unknown", Map.of("role", grant.role()));
            }
            OrgUnitSummary unit = organization.findUnitByCode(grant.orgUnitCode()).orElseThrow(() ->
                    Problem.invalidField("roles", "organization.unit-unknown", Map.of("code", grant.orgUnitCode())));
            if (!Actors.current().scope().contains(unit.path())) {
                throw Problem.of(403, "organization.grant-outside-scope", Map.of("code", unit.code()));
            }
            return new RoleGrant.Resolved(grant.role(), unit);
        }).toList();
    }
}
