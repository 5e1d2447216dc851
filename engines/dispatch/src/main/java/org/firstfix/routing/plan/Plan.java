package org.firstfix.routing.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

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
     * @param pause the break, if one is owed and has a place
     * @param pickUp at the depot, if any
     */
    public record Route(int engineer, List<Stop> stops, int back, @Nullable Pause pause, @Nullable PickUp pickUp) {
        public Route {
            stops = List.copyOf(stops);
        }

        public Route(int engineer, List<Stop> stops, int back) {
            this(engineer, stops, back, null, null);
        }
    }

    /**
     * A break. Where it stands is found anew whenever a plan is read.
     *
     * @param before position of the stop it comes before; the number of stops for the way home
     * @param begins in seconds, also {@code ends}
     */
    public record Pause(int before, int begins, int ends) {}

    /**
     * Parts are taken along. Found anew like a break.
     *
     * @param before position of the stop it comes before
     * @param begins in seconds, also {@code ends}
     */
    public record PickUp(int before, int begins, int ends) {}

    /**
     * @param start of a linked visit, an appointment that its colleagues rely on; of any other, what follows from the order of stops
     * @param pickUpBefore whether parts are picked up at the depot on the way to it
     */
    public record Stop(int visit, int start, int finish, boolean pickUpBefore) {}
}
