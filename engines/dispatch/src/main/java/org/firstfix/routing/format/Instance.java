package org.firstfix.routing.format;

import java.util.List;
import org.firstfix.routing.search.Budget;

/** A problem read from a file: it can be solved, and a solution of it can be checked. */
public interface Instance {

    /** As on the command line: solomon, trsp, … */
    String format();

    /** The objectives it has, the usual one first. */
    List<Objective> objectives();

    /** @throws IllegalArgumentException if the objective is none of {@link #objectives} */
    Solved solve(SolveRequest request);

    /** Recomputes everything from the numbers of the file, with nothing of the search. */
    Verdict check(Solution solution);

    /**
     * @param objective one of {@link #objectives}
     * @param budget of each thread
     * @param threads at least 1; with more than one the result is repeatable only under a budget of iterations
     */
    record SolveRequest(Objective objective, Budget budget, int threads, long seed) {}

    /** @param iterations of all threads */
    record Solved(Solution solution, long iterations) {}

    /**
     * @param cost recomputed; not a number if the solution cannot be priced at all
     * @param violations a sentence each; none if the solution is valid
     */
    record Verdict(double cost, List<String> violations) {
        public Verdict {
            violations = List.copyOf(violations);
        }

        public boolean valid() {
            return violations.isEmpty();
        }
    }
}
