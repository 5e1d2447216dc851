package org.firstfix.workorder.query;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import java.util.UUID;
import org.firstfix.platform.scope.DataScope;
import org.jooq.Condition;
import org.jooq.Field;

/** The scope as a condition of a list. */
final class Scopes {
    private Scopes() {}

    static Condition within(DataScope scope, Field<String> orgPath, Field<UUID> person) {
        Condition place = scope.everything() ? noCondition()
                : condition("{0} <@ {1}::ltree[]", orgPath, val(scope.asArrayLiteral()));
        return scope.own().map(own -> place.and(person.eq(own.value()))).orElse(place);
    }
}
