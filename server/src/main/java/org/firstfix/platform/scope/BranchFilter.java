package org.firstfix.platform.scope;

import static org.jooq.impl.DSL.noCondition;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
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
        return within(branch, scope, Optional.empty());
    }

    /** Rows at or below one of the scope's places, and below the place that was asked for. */
    public Condition within(Field<String> branch, DataScope scope, Optional<OrgPath> place) {
        return scope.everything() && place.isEmpty() ? noCondition()
                : where(branch, unit -> scope.contains(unit) && place.map(unit::isWithin).orElse(true));
    }

    /** Whoever sees the whole house asks for no branch: the order of the list is then what finds its rows. */
    private Condition where(Field<String> branch, Predicate<OrgPath> asked) {
        List<OrgPath> all = units.all();
        List<String> found = all.stream().filter(asked).map(OrgPath::value).toList();
        return found.size() == all.size() ? noCondition() : branch.in(found);
    }
}
