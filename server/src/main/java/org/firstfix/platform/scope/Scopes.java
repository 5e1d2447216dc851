package org.firstfix.platform.scope;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import org.jooq.Condition;
import org.jooq.Field;

/** The scope as a condition of a list. */
public final class Scopes {
    private Scopes() {}

    /** Rows at or below one of the scope's paths. */
    public static Condition within(Field<String> orgPath, DataScope scope) {
        return scope.everything() ? noCondition() : condition("{0} <@ {1}::ltree[]", orgPath, val(scope.asArrayLiteral()));
    }

    /** Rows at or below one place. */
    public static Condition below(Field<String> orgPath, OrgPath place) {
        return condition("{0} <@ {1}::ltree", orgPath, val(place.value()));
    }
}
