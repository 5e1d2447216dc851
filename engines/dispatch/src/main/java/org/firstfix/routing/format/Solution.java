package org.firstfix.routing.format;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

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
     * @param begins when visits begin that others rely on, by id, where the format has links
     * @param breakAfter how many visits are made before the break, where there is one
     */
    public record Route(int vehicle, List<Integer> visits, List<Integer> members, Map<Integer, Integer> begins, OptionalInt breakAfter) {
        public Route {
            visits = List.copyOf(visits);
            members = List.copyOf(members);
            begins = Map.copyOf(begins);
        }

        public Route(int vehicle, List<Integer> visits, List<Integer> members) {
            this(vehicle, visits, members, Map.of(), OptionalInt.empty());
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
