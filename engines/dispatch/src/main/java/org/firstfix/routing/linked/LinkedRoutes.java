package org.firstfix.routing.linked;

import java.util.Arrays;
import org.firstfix.routing.search.Blinks;
import org.firstfix.routing.search.Routes;

/**
 * Routes whose times depend on each other. All starts are as early as the routes and links allow, which no other schedule beats; a trial raises the
 * starts that a new visit raises, adds up what that costs, and takes everything back. A link that closes a circle never settles and is refused.
 */
final class LinkedRoutes extends Routes {
    final LinkedProblem problem;
    private final int[] start;
    private final int[] queue;
    private final boolean[] queued;
    /** Starts changed by the trial that is going on, for taking them back. */
    private final int[] changed;
    private final int[] changedFrom;
    private int changes;
    private boolean stale;
    private long distance;
    private long lateness;
    private long worstLateness;
    private int partnerAfter;

    LinkedRoutes(LinkedProblem problem, long[] absencePrice) {
        super(problem.visits(), problem.people(), absencePrice);
        this.problem = problem;
        start = new int[visits];
        queue = new int[visits];
        queued = new boolean[visits];
        int most = 8 * visits + 200;
        changed = new int[most];
        changedFrom = new int[most];
    }

    @Override
    public Routes blank() {
        return new LinkedRoutes(problem, absencePrice);
    }

    @Override
    public boolean routesAlike() {
        return false;
    }

    @Override
    public boolean pricesAddUp() {
        return false;
    }

    @Override
    public long routeCost(int route) {
        throw new UnsupportedOperationException("a linked route has no price of its own");
    }

    private int place(int node) {
        return node < visits ? problem.place()[node] : 0;
    }

    private int leg(int from, int to) {
        return problem.travel()[place(from) * problem.places() + place(to)];
    }

    private int earliest(int visit) {
        int before = pred[visit];
        int arrival = (before < visits ? start[before] + problem.service()[before] : 0) + leg(before, visit);
        int earliest = Math.max(arrival, problem.ready()[visit]);
        int partner = problem.partner()[visit];
        if (partner >= 0 && routeOf[partner] != ABSENT) {
            earliest = Math.max(earliest, problem.second()[visit] ? start[partner] + problem.leastLag()[visit] : start[partner] - problem.mostLag()[partner]);
        }
        return earliest;
    }

    /** Raises starts from this visit on. @return whether they settle */
    private boolean settle(int visit) {
        int head = 0;
        int waiting = 1;
        queue[0] = visit;
        queued[visit] = true;
        boolean settles = true;
        while (waiting > 0) {
            int node = queue[head];
            head = (head + 1) % visits;
            waiting--;
            queued[node] = false;
            int earliest = settles ? earliest(node) : start[node];
            if (earliest <= start[node]) {
                continue;
            }
            if (changes == changed.length) {
                settles = false;
                continue;
            }
            raise(node, earliest);
            int next = succ[node];
            if (next < visits && !queued[next]) {
                queued[next] = true;
                queue[(head + waiting++) % visits] = next;
            }
            int partner = problem.partner()[node];
            if (partner >= 0 && routeOf[partner] != ABSENT && !queued[partner]) {
                queued[partner] = true;
                queue[(head + waiting++) % visits] = partner;
            }
        }
        return settles;
    }

    private void raise(int visit, int to) {
        changed[changes] = visit;
        changedFrom[changes++] = start[visit];
        lateness += late(visit, to) - late(visit, start[visit]);
        worstLateness = Math.max(worstLateness, late(visit, to));
        start[visit] = to;
    }

    private long late(int visit, int begins) {
        return Math.max(0, begins - problem.due()[visit]);
    }

    private void recompute() {
        stale = false;
        Arrays.fill(start, 0);
        lateness = 0;
        worstLateness = 0;
        distance = 0;
        for (int route = 0; route < routes; route++) {
            int last = end(route);
            for (int node = start(route); node != last && size[route] > 0; node = succ[node]) {
                distance += leg(node, succ[node]);
            }
            for (int node = succ[start(route)]; node != last; node = succ[node]) {
                changes = 0;
                settle(node);
            }
        }
        travelCost = distance + lateness + worstLateness;
    }

    /** Links a visit in without anything else, so that times can be tried. */
    private void hang(int visit, int before) {
        int after = succ[before];
        succ[before] = visit;
        pred[after] = visit;
        pred[visit] = before;
        succ[visit] = after;
        routeOf[visit] = routeOf[before];
        start[visit] = 0;
    }

    private void takeDown(int visit) {
        succ[pred[visit]] = succ[visit];
        pred[succ[visit]] = pred[visit];
        routeOf[visit] = ABSENT;
    }

    @Override
    public boolean findPlace(int visit, Blinks blinks) {
        if (stale) {
            recompute();
        }
        int partner = problem.partner()[visit];
        if (partner < 0) {
            placeCost = bestAfter(visit, ABSENT, IMPOSSIBLE, blinks);
            return placeAfter != ABSENT;
        }
        long oneFirst = bestPair(visit, partner, IMPOSSIBLE, blinks);
        int after = placeAfter;
        int second = partnerAfter;
        long otherFirst = bestPair(partner, visit, oneFirst, blinks);
        if (placeAfter == ABSENT) {
            placeAfter = after;
            partnerAfter = second;
            placeCost = oneFirst;
        } else {
            int swapped = placeAfter;
            placeAfter = partnerAfter;
            partnerAfter = swapped;
            placeCost = otherFirst;
        }
        return placeAfter != ABSENT;
    }

    /** The first at its own best place, then the second at the best place given the first. */
    private long bestPair(int first, int second, long limit, Blinks blinks) {
        long alone = bestAfter(first, ABSENT, limit, blinks);
        int firstAfter = placeAfter;
        if (firstAfter == ABSENT) {
            return limit;
        }
        long oldLateness = lateness;
        long oldWorst = worstLateness;
        changes = 0;
        hang(first, firstAfter);
        boolean settled = settle(first);
        int kept = changes;
        int[] keptChanged = Arrays.copyOf(changed, kept);
        int[] keptFrom = Arrays.copyOf(changedFrom, kept);
        long together = settled ? bestAfter(second, routeOf[first], limit - alone, blinks) : IMPOSSIBLE;
        int secondAfter = settled ? placeAfter : ABSENT;
        undo(keptChanged, keptFrom, kept, oldLateness, oldWorst);
        takeDown(first);
        if (secondAfter == ABSENT) {
            placeAfter = ABSENT;
            return limit;
        }
        placeAfter = firstAfter;
        partnerAfter = secondAfter;
        return alone + together;
    }

    private void undo(int[] nodes, int[] from, int count, long oldLateness, long oldWorst) {
        for (int i = count - 1; i >= 0; i--) {
            start[nodes[i]] = from[i];
        }
        lateness = oldLateness;
        worstLateness = oldWorst;
    }

    /** Leaves the best place in {@code placeAfter}, ABSENT if there is none below the limit. @return its price, or the limit */
    private long bestAfter(int visit, int notRoute, long limit, Blinks blinks) {
        long best = limit;
        int bestAfter = ABSENT;
        for (int route = 0; route < routes; route++) {
            if (route == notRoute || !problem.able()[visit][route]) {
                continue;
            }
            for (int before = start(route); before != end(route); before = succ[before]) {
                int after = succ[before];
                long detour = leg(before, visit) + (long) leg(visit, after) - (size[route] == 0 && before >= visits && after >= visits ? 0 : leg(before, after));
                if (detour >= best || blinks.blink()) {
                    continue;
                }
                long oldLateness = lateness;
                long oldWorst = worstLateness;
                changes = 0;
                hang(visit, before);
                // Whoever follows comes later even if the visit itself begins at once.
                boolean settles = settle(visit) && (after >= visits || settle(after));
                long cost = detour + lateness - oldLateness + worstLateness - oldWorst;
                undo(changed, changedFrom, changes, oldLateness, oldWorst);
                takeDown(visit);
                if (settles && cost < best) {
                    best = cost;
                    bestAfter = before;
                }
            }
        }
        placeAfter = bestAfter;
        return best;
    }

    @Override
    public void insertAtPlace(int visit) {
        int partner = problem.partner()[visit];
        int second = partnerAfter;
        insert(visit, placeAfter);
        if (partner >= 0) {
            insert(partner, second);
        }
    }

    @Override
    protected void inserted(int visit, int before, int after, int route) {
        stale = true;
        recompute();
    }

    @Override
    protected void unlinking(int visit, int before, int after) {
        stale = true;
    }

    @Override
    public void refresh(int route) {
        stale = true;
    }

    @Override
    public int takeOutPartners(int[] removed, int count) {
        int all = count;
        for (int i = 0; i < count; i++) {
            int partner = problem.partner()[removed[i]];
            if (partner >= 0 && routeOf[partner] != ABSENT) {
                unlink(partner);
                removed[all++] = partner;
            }
        }
        return all;
    }

    @Override
    public void copyFrom(Routes other) {
        super.copyFrom(other);
        LinkedRoutes source = (LinkedRoutes) other;
        System.arraycopy(source.start, 0, start, 0, visits);
        stale = source.stale;
        distance = source.distance;
        lateness = source.lateness;
        worstLateness = source.worstLateness;
    }
}
