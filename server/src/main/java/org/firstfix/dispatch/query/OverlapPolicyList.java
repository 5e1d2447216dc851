package org.firstfix.dispatch.query;

import static org.firstfix.schema.dispatch.Tables.OVERLAP_POLICY;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.dispatch.domain.OverlapPolicies;
import org.firstfix.dispatch.domain.OverlapPolicy;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.work.Query;
import org.jooq.DSLContext;

/** Which overlap policy holds in which part of the house. */
@Query
public class OverlapPolicyList {
    private final DSLContext database;
    private final OverlapPolicies policies;
    private final OrganizationApi organization;

    OverlapPolicyList(DSLContext database, OverlapPolicies policies, OrganizationApi organization) {
        this.database = database;
        this.policies = policies;
        this.organization = organization;
    }

    /** @param own set for this unit itself; none if it follows the one above */
    public record Row(String unitCode, String nameZh, String nameEn, String path, OverlapPolicy inForce, Optional<OverlapPolicy> own) {}

    public List<Row> list(DataScope scope) {
        Map<String, String> set = database.selectFrom(OVERLAP_POLICY).fetchMap(OVERLAP_POLICY.ORG_PATH, OVERLAP_POLICY.POLICY);
        List<OrgPath> tops = scope.everything() ? topOfTheHouse() : scope.paths();
        return tops.stream().flatMap(top -> organization.unitsBelow(top).stream()).distinct()
                .map(unit -> new Row(unit.code(), unit.nameZh(), unit.nameEn(), unit.path().value(), policies.inForce(unit.path()),
                        Optional.ofNullable(set.get(unit.path().value())).map(OverlapPolicy::valueOf))).toList();
    }

    private static List<OrgPath> topOfTheHouse() {
        return Actors.current().home().map(home -> new OrgPath(home.value().split("\\.")[0])).stream().toList();
    }
}
