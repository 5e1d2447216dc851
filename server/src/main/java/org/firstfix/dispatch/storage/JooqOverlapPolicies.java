package org.firstfix.dispatch.storage;

import static org.firstfix.schema.dispatch.Tables.OVERLAP_POLICY;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import java.util.Optional;
import org.firstfix.dispatch.domain.OverlapPolicies;
import org.firstfix.dispatch.domain.OverlapPolicy;
import org.firstfix.platform.scope.OrgPath;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class JooqOverlapPolicies implements OverlapPolicies {
    private final DSLContext database;

    JooqOverlapPolicies(DSLContext database) {
        this.database = database;
    }

    /** The empty path of the migration lies above every other, so there always is one. */
    @Override
    public OverlapPolicy inForce(OrgPath place) {
        return database.select(OVERLAP_POLICY.POLICY).from(OVERLAP_POLICY)
                .where(condition("{0} @> {1}::ltree", OVERLAP_POLICY.ORG_PATH, val(place.value())))
                .orderBy(field("nlevel({0})", Integer.class, OVERLAP_POLICY.ORG_PATH).desc()).limit(1)
                .fetchSingle(row -> OverlapPolicy.valueOf(row.value1()));
    }

    @Override
    public void set(OrgPath place, Optional<OverlapPolicy> policy) {
        if (policy.isEmpty()) {
            database.deleteFrom(OVERLAP_POLICY).where(OVERLAP_POLICY.ORG_PATH.eq(place.value())).execute();
            return;
        }
        database.insertInto(OVERLAP_POLICY).set(OVERLAP_POLICY.ORG_PATH, place.value()).set(OVERLAP_POLICY.POLICY, policy.get().name())
                .onConflict(OVERLAP_POLICY.ORG_PATH).doUpdate().set(OVERLAP_POLICY.POLICY, policy.get().name())
                .set(OVERLAP_POLICY.VERSION, OVERLAP_POLICY.VERSION.plus(1)).execute();
    }
}
