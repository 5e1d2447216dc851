package org.firstfix.routing.plan;

import java.util.List;

/**
 * Where the cost of a plan comes from, to the last unit.
 *
 * @param entries in the order of routes, positions and rules, then the visits left undone
 */
public record Ledger(List<Contribution> entries) {
    /** The rule of a visit nobody makes. */
    public static final String LEFT_UNDONE = "left-undone";

    public Ledger {
        entries = List.copyOf(entries);
    }

    /** The sum of all entries. */
    public Objective total() {
        Objective total = Objective.NOTHING;
        for (Contribution entry : entries) {
            total = total.plus(entry.level(), entry.amount());
        }
        return total;
    }

    /** The entries of one visit. */
    public List<Contribution> of(int visit) {
        return entries.stream().filter(entry -> entry.visit() == visit).toList();
    }
}
