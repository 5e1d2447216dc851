package org.firstfix.customer.query;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.firstfix.organization.OrgUnitSummary;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.platform.scope.OrgPath;

/** The few units that the rows of one page lie in, each asked for once. */
final class UnitNames {
    private final OrganizationApi organization;
    private final Map<String, Optional<OrgUnitSummary>> known = new HashMap<>();

    UnitNames(OrganizationApi organization) {
        this.organization = organization;
    }

    Optional<OrgUnitSummary> at(String orgPath) {
        return known.computeIfAbsent(orgPath, path -> organization.findUnitAt(new OrgPath(path)));
    }

    String code(String orgPath) {
        return at(orgPath).map(OrgUnitSummary::code).orElse("");
    }

    String nameZh(String orgPath) {
        return at(orgPath).map(OrgUnitSummary::nameZh).orElse("");
    }

    String nameEn(String orgPath) {
        return at(orgPath).map(OrgUnitSummary::nameEn).orElse("");
    }
}
