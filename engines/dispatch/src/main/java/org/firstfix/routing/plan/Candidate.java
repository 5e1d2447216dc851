package org.firstfix.routing.plan;

import java.util.List;

/**
 * One engineer for one visit, at the best position of his route.
 *
 * @param position in the route, counted from 0
 * @param start when work would begin, in seconds
 * @param added what the plan would cost more; its hard part is the smallest relaxation that would admit him
 * @param reasons what the visit itself would cost there, rule by rule
 * @param obstacles the hard rules that would be broken, of this visit and of others on the route; none if he can go
 */
public record Candidate(int engineer, int position, int start, Objective added, List<Contribution> reasons, List<Contribution> obstacles) {
    public Candidate {
        reasons = List.copyOf(reasons);
        obstacles = List.copyOf(obstacles);
    }

    public boolean possible() {
        return obstacles.isEmpty();
    }
}
