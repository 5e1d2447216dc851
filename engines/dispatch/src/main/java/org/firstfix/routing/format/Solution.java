package org.firstfix.routing.format;

import java.util.List;

/**
 * Routes as they are printed and checked.
 *
 * @param objective what {@code cost} counts
 * @param cost in the convention of the format
 * @param unassigned ids of the visits nobody makes
 */
public record Solution(String format, Objective objective, double cost, List<Route> routes, List<Integer> unassigned) {

    public Solution {
        routes = List.copyOf(routes);
        unassigned = List.copyOf(unassigned);
    }

    /**
     * @param vehicle id, from 1 where the format has none of its own
     * @param visits ids in order; 0 is a pick-up at the depot
     * @param members of a team, where the format has teams
     */
    public record Route(int vehicle, List<Integer> visits, List<Integer> members) {
        public Route {
            visits = List.copyOf(visits);
            members = List.copyOf(members);
        }

        public Route(int vehicle, List<Integer> visits) {
            this(vehicle, visits, List.of());
        }
    }

    /** Routes that visit anything. */
    public int vehicles() {
        return (int) routes.stream().filter(route -> !route.visits().isEmpty()).count();
    }
}
