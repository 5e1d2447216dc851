package org.firstfix.routing.search;

import java.util.Arrays;

/**
 * Routes of good solutions, for recombination: of the routes with the same visits (and, where vehicles differ, the same vehicle) the cheapest is kept.
 * A route is known by the exclusive-or of random numbers of its visits. When the pool is full, the routes seen longest ago give way.
 */
final class RoutePool {
    private static final int SIZE = 1 << 15;
    private static final int SLOTS = SIZE * 4;

    private final boolean alike;
    private final long[] mark;
    private final long[] vehicleMark;
    private final int[] slot = new int[SLOTS];
    private final long[] key = new long[SIZE];
    final int[][] visits = new int[SIZE][];
    final int[] vehicle = new int[SIZE];
    final long[] cost = new long[SIZE];
    private int next;
    int count;

    RoutePool(Routes state) {
        alike = state.routesAlike();
        FastRandom random = new FastRandom(20);
        mark = new long[state.visits];
        Arrays.setAll(mark, i -> random.nextLong());
        vehicleMark = new long[state.routes];
        Arrays.setAll(vehicleMark, i -> alike ? 0 : random.nextLong());
        Arrays.fill(slot, -1);
    }

    void add(Routes state) {
        for (int route = 0; route < state.routes; route++) {
            if (state.size[route] > 0) {
                add(state, route);
            }
        }
    }

    private void add(Routes state, int route) {
        long hash = vehicleMark[route];
        int last = state.end(route);
        for (int node = state.succ[state.start(route)]; node != last; node = state.succ[node]) {
            hash ^= mark[node];
        }
        int at = place(hash);
        long price = state.routeCost(route);
        int entry = slot[at];
        if (entry >= 0) {
            if (cost[entry] <= price) {
                return;
            }
        } else {
            entry = next;
            next = (next + 1) % SIZE;
            if (count == SIZE) {
                forget(entry);
                at = place(hash);
            } else {
                count++;
            }
            slot[at] = entry;
            key[entry] = hash;
        }
        vehicle[entry] = alike ? 0 : route;
        cost[entry] = price;
        visits[entry] = state.sequence(route);
    }

    /** The slot of the route, or the free one where it belongs. */
    private int place(long hash) {
        int at = (int) (hash >>> 40) & SLOTS - 1;
        while (slot[at] >= 0 && key[slot[at]] != hash) {
            at = at + 1 & SLOTS - 1;
        }
        return at;
    }

    /** Removes an entry and closes the gap, so that searches do not end there too early. */
    private void forget(int entry) {
        int gap = place(key[entry]);
        slot[gap] = -1;
        for (int at = gap + 1 & SLOTS - 1; slot[at] >= 0; at = at + 1 & SLOTS - 1) {
            int moved = slot[at];
            slot[at] = -1;
            slot[place(key[moved])] = moved;
        }
    }
}
