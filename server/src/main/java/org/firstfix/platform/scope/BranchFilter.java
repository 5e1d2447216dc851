package org.firstfix.platform.scope;

import static org.jooq.impl.DSL.noCondition;

import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/**
 * The scope as a condition of a long list. Row-level security shows no more than this anyway, but compares paths in a way
 * that no index may be used for. Saying it again on the column {@code branch}, which holds the path as text, lets
 * PostgreSQL go straight to a branch's own rows: somebody of a small branch does not wait while the rows of all others
 * are looked at and left out.
 */
@Component
public class BranchFilter {
    private final Units units;

    BranchFilter(Units units) {
        this.units = units;
    }

    /** Rows at or below one of the scope's places. */
    public Condition within(Field<String> branch, DataScope scope) {
        return scope.everything() ? noCondition() : below(branch, scope.paths());
    }

    /** Rows at or below one place. */
    public Condition below(Field<String> branch, OrgPath place) {
        return below(branch, List.of(place));
    }

    private Condition below(Field<String> branch, Collection<OrgPath> places) {
        return branch.in(units.below(places).stream().map(OrgPath::value).toList());
    }
}
