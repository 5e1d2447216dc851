package org.firstfix.routing.search;

import java.util.Arrays;

/**
 * Who is visited after whom: the state the search works on. Nodes {@code 0 … visits-1} are visits; route {@code r} begins at node {@link #start} and
 * ends at {@link #end}. Subclasses know what a place costs and what is allowed; the search knows neither.
 *
 * <p>Everything lies in flat arrays, so that giving up an attempt is a copy of a few kilobytes.
 */
public abstract class Routes {
    /** {@link #routeOf} of a visit nobody makes. */
    public static final int ABSENT = -1;
    /** Price of what cannot be done. */
    public static final long IMPOSSIBLE = Long.MAX_VALUE / 4;

    public final int visits;
    public final int routes;
    /** The node before and after each node; meaningless for absent visits. */
    public final int[] pred;
    public final int[] succ;
    public final int[] routeOf;
    /** Visits of each route. */
    public final int[] size;
    /** Price of the routes, without absences. */
    protected long travelCost;
    protected long absenceCost;
    protected int absences;
    /** Routes with a smaller number may be used. */
    protected int openRoutes;
    /** Price of leaving each visit undone. */
    protected final long[] absencePrice;

    /** Where the last successful {@link #findPlace} would put the visit: after this node. */
    protected int placeAfter;
    protected long placeCost;

    protected Routes(int visits, int routes, long[] absencePrice) {
        this.visits = visits;
        this.routes = routes;
        this.openRoutes = routes;
        this.absencePrice = absencePrice;
        int nodes = visits + 2 * routes;
        pred = new int[nodes];
        succ = new int[nodes];
        routeOf = new int[nodes];
        size = new int[routes];
        Arrays.fill(routeOf, 0, visits, ABSENT);
        for (int route = 0; route < routes; route++) {
            routeOf[start(route)] = route;
            routeOf[end(route)] = route;
            succ[start(route)] = end(route);
            pred[end(route)] = start(route);
            pred[start(route)] = ABSENT;
            succ[end(route)] = ABSENT;
        }
        absences = visits;
        absenceCost = Arrays.stream(absencePrice).sum();
    }

    public final int start(int route) {
        return visits + 2 * route;
    }

    public final int end(int route) {
        return visits + 2 * route + 1;
    }

    /** The objective: price of the routes and of the absences. */
    public final long cost() {
        return travelCost + absenceCost;
    }

    public final long travelCost() {
        return travelCost;
    }

    public final int absences() {
        return absences;
    }

    public final long absencePrice(int visit) {
        return absencePrice[visit];
    }

    public final long placeCost() {
        return placeCost;
    }

    /** Closes the routes from this number on; they must be empty. */
    public final void openOnly(int newOpenRoutes) {
        openRoutes = newOpenRoutes;
    }

    public final int openRoutes() {
        return openRoutes;
    }

    /** Routes with at least one visit. */
    public final int usedRoutes() {
        int used = 0;
        for (int count : size) {
            used += count > 0 ? 1 : 0;
        }
        return used;
    }

    /** The visits of a route in order. */
    public final int[] sequence(int route) {
        int[] sequence = new int[size[route]];
        int node = succ[start(route)];
        for (int i = 0; i < sequence.length; i++) {
            sequence[i] = node;
            node = succ[node];
        }
        return sequence;
    }

    /** All routes, by their number. */
    public final int[][] sequences() {
        int[][] all = new int[routes][];
        for (int route = 0; route < routes; route++) {
            all[route] = sequence(route);
        }
        return all;
    }

    /** Takes a visit out of its route. The route's times are stale until {@link #refresh}. */
    public final void unlink(int visit) {
        int before = pred[visit];
        int after = succ[visit];
        unlinking(visit, before, after);
        succ[before] = after;
        pred[after] = before;
        size[routeOf[visit]]--;
        routeOf[visit] = ABSENT;
        absences++;
        absenceCost += absencePrice[visit];
    }

    /** Puts an absent visit where the last {@link #findPlace} found a place. */
    public void insertAtPlace(int visit) {
        insert(visit, placeAfter);
    }

    /** Puts an absent visit after a node and brings the route up to date. */
    public final void insert(int visit, int before) {
        int after = succ[before];
        int route = routeOf[before];
        succ[before] = visit;
        pred[after] = visit;
        pred[visit] = before;
        succ[visit] = after;
        routeOf[visit] = route;
        size[route]++;
        absences--;
        absenceCost -= absencePrice[visit];
        inserted(visit, before, after, route);
    }

    /** Empties a route: all its visits become absent. */
    public final void empty(int route) {
        for (int visit : sequence(route)) {
            unlink(visit);
        }
        refresh(route);
    }

    /** Gives an empty route these absent visits; the caller knows that this is allowed. */
    public final void fill(int route, int[] sequence) {
        int before = start(route);
        for (int visit : sequence) {
            insert(visit, before);
            before = visit;
        }
    }

    /**
     * Looks for the cheapest place of an absent visit and keeps it for {@link #insertAtPlace}.
     *
     * @param blinks overlooks one place in a hundred, so that the same visit does not always return to the same place
     * @return whether there is one; its price is {@link #placeCost}
     */
    public abstract boolean findPlace(int visit, Blinks blinks);

    /**
     * Takes out what may not stay behind when these visits are out, such as the delivery of a pick-up.
     *
     * @param removed the visits taken out; more are added behind them
     * @return how many there are now
     */
    public int takeOutPartners(int[] removed, int count) {
        return count;
    }

    /** Brings everything derived from a route's sequence up to date after visits were taken out. */
    public abstract void refresh(int route);

    /** Called before a visit is taken out. */
    protected abstract void unlinking(int visit, int before, int after);

    /** Called after a visit was put in: the route must be up to date on return. */
    protected abstract void inserted(int visit, int before, int after, int route);

    /** Whether the cost is the sum of the prices of the routes, so that routes of several solutions can be combined. */
    public boolean pricesAddUp() {
        return true;
    }

    /** Price of one route. */
    public abstract long routeCost(int route);

    /** Whether all routes are driven by equal vehicles from the same place. */
    public abstract boolean routesAlike();

    /** An empty state of the same problem. */
    public abstract Routes blank();

    /** Becomes equal to another state of the same problem. */
    public void copyFrom(Routes other) {
        System.arraycopy(other.pred, 0, pred, 0, pred.length);
        System.arraycopy(other.succ, 0, succ, 0, succ.length);
        System.arraycopy(other.routeOf, 0, routeOf, 0, routeOf.length);
        System.arraycopy(other.size, 0, size, 0, size.length);
        travelCost = other.travelCost;
        absenceCost = other.absenceCost;
        absences = other.absences;
        openRoutes = other.openRoutes;
    }
}
