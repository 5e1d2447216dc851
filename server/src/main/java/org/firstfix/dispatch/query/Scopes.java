package org.firstfix.dispatch.query;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.scope.OrgPath;
import org.jooq.Condition;
import org.jooq.Field;

/** The scope as a condition of a list. */
final class Scopes {
    private Scopes() {}

    static Condition within(DataScope scope, Field<String> orgPath) {
        return scope.everything() ? noCondition() : condition("{0} <@ {1}::ltree[]", orgPath, val(scope.asArrayLiteral()));
    }

    static Condition below(OrgPath place, Field<String> orgPath) {
        return condition("{0} <@ {1}::ltree", orgPath, val(place.value()));
    }

    /** In the same branch, or in a part of it, or in what it is a part of. */
    static Condition related(OrgPath place, Field<String> orgPath) {
        return below(place, orgPath).or(condition("{0} @> {1}::ltree", orgPath, val(place.value())));
    }
}
