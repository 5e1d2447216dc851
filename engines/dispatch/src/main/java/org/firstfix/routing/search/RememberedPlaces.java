package org.firstfix.routing.search;

/**
 * Routes whose places are priced route by route, and remembered: an iteration changes a few routes, so most prices of the one before still hold. Every
 * content of a route has a version number of its own; giving an attempt up brings the old number, and with it the old prices, back.
 */
public abstract class RememberedPlaces extends Routes {
    private static final int SECOND = 1;
    private static final int WIDTH = 2;

    /** Shared by all states of one search. */
    private final Memory memory;
    private final long[] version;
    private final boolean alike;
    /** Price of each route. */
    protected final long[] routeCost;
    private long firstCost;
    private int firstAfter;
    private long secondCost;
    private int secondAfter;

    private static final class Memory {
        private final long[] version;
        private final long[] cost;
        private final int[] after;
        private long lastVersion;

        Memory(int visits, int routes) {
            version = new long[visits * routes];
            cost = new long[visits * routes * WIDTH];
            after = new int[visits * routes * WIDTH];
        }
    }

    protected RememberedPlaces(int visits, int routes, long[] absencePrice) {
        super(visits, routes, absencePrice);
        alike = routesAlike();
        memory = new Memory(visits, routes);
        version = new long[routes];
        routeCost = new long[routes];
    }

    /** A state of the same search as another. */
    protected RememberedPlaces(RememberedPlaces other) {
        super(other.visits, other.routes, other.absencePrice);
        alike = other.alike;
        memory = other.memory;
        version = new long[routes];
        routeCost = new long[routes];
    }

    /** Offers with {@link #offer} every place of the visit in the route that is allowed. */
    protected abstract void priceRoute(int visit, int route);

    /** Whether the visit can be in this route at all. */
    protected abstract boolean suits(int visit, int route);

    /** Brings the times of the route up to date. */
    protected abstract void update(int route);

    /** @return the price of the route, which is up to date */
    protected abstract long price(int route);

    /** A place after this node for this price; of several prices for one place the smallest counts. */
    protected final void offer(int after, long cost) {
        if (after == firstAfter) {
            firstCost = Math.min(firstCost, cost);
        } else if (cost < firstCost) {
            secondCost = firstCost;
            secondAfter = firstAfter;
            firstCost = cost;
            firstAfter = after;
        } else if (cost < secondCost) {
            secondCost = cost;
            secondAfter = after;
        }
    }

    @Override
    public boolean findPlace(int visit, Blinks blinks) {
        long best = IMPOSSIBLE;
        int bestAfter = ABSENT;
        boolean fresh = false;
        for (int route = 0; route < openRoutes; route++) {
            // Of empty routes that are all alike one is enough.
            if (!suits(visit, route) || fresh && size[route] == 0) {
                continue;
            }
            fresh |= size[route] == 0 && alike;
            int entry = remembered(visit, route);
            long cost = memory.cost[entry];
            if (cost >= best) {
                continue;
            }
            if (blinks.blink()) {
                entry += SECOND;
                cost = memory.cost[entry];
                if (cost >= best) {
                    continue;
                }
            }
            best = cost;
            bestAfter = memory.after[entry];
        }
        placeAfter = bestAfter;
        placeCost = best;
        return bestAfter != ABSENT;
    }

    /** The cheapest place of an absent visit in one route, or {@link #IMPOSSIBLE}; kept for {@link #insertAtPlace}. */
    public final long findPlaceIn(int visit, int route) {
        placeCost = IMPOSSIBLE;
        placeAfter = ABSENT;
        if (suits(visit, route)) {
            int entry = remembered(visit, route);
            placeCost = memory.cost[entry];
            placeAfter = memory.after[entry];
        }
        return placeCost;
    }

    private int remembered(int visit, int route) {
        int pair = visit * routes + route;
        int entry = pair * WIDTH;
        if (memory.version[pair] != version[route]) {
            firstCost = IMPOSSIBLE;
            secondCost = IMPOSSIBLE;
            firstAfter = ABSENT;
            secondAfter = ABSENT;
            priceRoute(visit, route);
            memory.version[pair] = version[route];
            memory.cost[entry] = firstCost;
            memory.after[entry] = firstAfter;
            memory.cost[entry + SECOND] = secondCost;
            memory.after[entry + SECOND] = secondAfter;
        }
        return entry;
    }

    @Override
    public final void refresh(int route) {
        update(route);
        version[route] = ++memory.lastVersion;
        long cost = price(route);
        travelCost += cost - routeCost[route];
        routeCost[route] = cost;
    }

    @Override
    protected void unlinking(int visit, int before, int after) {
        // Prices wait for refresh.
    }

    @Override
    protected final void inserted(int visit, int before, int after, int route) {
        refresh(route);
    }

    @Override
    public final long routeCost(int route) {
        return routeCost[route];
    }

    @Override
    public void copyFrom(Routes other) {
        super.copyFrom(other);
        RememberedPlaces source = (RememberedPlaces) other;
        System.arraycopy(source.version, 0, version, 0, version.length);
        System.arraycopy(source.routeCost, 0, routeCost, 0, routeCost.length);
    }
}
