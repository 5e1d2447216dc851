package org.firstfix.routing.plan;

import java.util.List;

/**
 * Who makes which visits in which order.
 *
 * @param routes one per engineer, in the order of the day, also of those who make no visit
 * @param unassigned ids of visits nobody makes
 */
public record Plan(List<Route> routes, List<Integer> unassigned) {

    public Plan {
        routes = List.copyOf(routes);
        unassigned = List.copyOf(unassigned);
    }

    /**
     * @param stops in order
     * @param back return, in seconds
     */
    public record Route(int engineer, List<Stop> stops, int back) {
        public Route {
            stops = List.copyOf(stops);
        }
    }

    /** @param pickUpBefore whether parts are picked up at the depot on the way to it */
    public record Stop(int visit, int start, int finish, boolean pickUpBefore) {}
}
