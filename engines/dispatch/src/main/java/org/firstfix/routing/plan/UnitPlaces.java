package org.firstfix.routing.plan;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.firstfix.routing.search.Blinks;
import org.firstfix.routing.search.Routes;

/**
 * Looks for places of visits that are linked, all at once. A begin of the first is tried, taken from the times at which any of them could begin at its
 * cheapest places; each of the others then goes where it is cheapest among the begins that the links leave. Only the cheapest routes of each are looked at.
 */
final class UnitPlaces {
    private static final int NEAREST = 6;
    private static final int NONE = -1;

    private final PlanRoutes routes;
    private final RouteTimes times;
    private final Appointments appointments;
    private final Links links;
    private int[] members = {};
    /** Cheapest routes of each member, {@code NEAREST} wide. */
    private int[] near = {};
    private int[] nearCount = {};
    private int[] place = {};
    private int[] begin = {};
    private int[] bestPlace = {};
    private int[] bestBegin = {};
    private long bestCost;
    private int placedAfter;
    private int placedBegin;

    UnitPlaces(PlanRoutes routes, RouteTimes times) {
        this.routes = routes;
        this.times = times;
        this.appointments = times.appointments();
        this.links = times.links();
    }

    /** Price of all members at the places found. */
    long cost() {
        return bestCost;
    }

    /** @param unit absent visits, each linked to one before it */
    boolean find(int[] unit, Blinks blinks) {
        begin(unit);
        if (Arrays.stream(nearCount).anyMatch(count -> count == 0)) {
            return false;
        }
        int[] starts = starts();
        boolean oneByOne = Arrays.stream(unit).anyMatch(member -> Arrays.stream(links.of(member)).anyMatch(tie -> tie.by() == Link.By.SAME));
        for (int start : starts) {
            if (!oneByOne && !blinks.blink()) {
                attempt(start, NONE);
            }
        }
        // The cheapest route of the first may be the only one for another.
        for (int i = 0; i < starts.length && (oneByOne || bestCost == Routes.IMPOSSIBLE); i++) {
            for (int j = 0; j < nearCount[0] && !blinks.blink(); j++) {
                attempt(starts[i], near[j]);
            }
        }
        return bestCost != Routes.IMPOSSIBLE;
    }

    private void begin(int[] unit) {
        members = pinnedFirst(unit);
        int count = members.length;
        near = new int[count * NEAREST];
        nearCount = new int[count];
        place = new int[count];
        begin = new int[count];
        bestPlace = new int[count];
        bestBegin = new int[count];
        bestCost = Routes.IMPOSSIBLE;
        for (int i = 0; i < count; i++) {
            findNear(i);
        }
    }

    /** Whoever cannot choose comes first. */
    private int[] pinnedFirst(int[] unit) {
        int[] sorted = new int[unit.length];
        int count = 0;
        for (int round = 0; round < 2; round++) {
            for (int member : unit) {
                if (routes.pinned(member) == (round == 0)) {
                    sorted[count++] = member;
                }
            }
        }
        return sorted;
    }

    private void findNear(int member) {
        long[] cost = new long[NEAREST];
        int found = 0;
        for (int route = 0; route < routes.openRoutes(); route++) {
            long price = routes.findPlaceIn(members[member], route);
            if (price == Routes.IMPOSSIBLE || found == NEAREST && price >= cost[found - 1]) {
                continue;
            }
            int at = found < NEAREST ? found++ : found - 1;
            for (; at > 0 && cost[at - 1] > price; at--) {
                cost[at] = cost[at - 1];
                near[member * NEAREST + at] = near[member * NEAREST + at - 1];
            }
            cost[at] = price;
            near[member * NEAREST + at] = route;
        }
        nearCount[member] = found;
    }

    /** Begins of the first member that are worth trying, in order: those that let one of them begin at once, or when one of its windows opens. */
    private int[] starts() {
        IntStream.Builder starts = IntStream.builder();
        for (int member = 0; member < members.length; member++) {
            for (int i = 0; i < nearCount[member]; i++) {
                bestIn(near[member * NEAREST + i], members[member], 0, Visit.NEVER, Routes.IMPOSSIBLE, 0);
                addStarts(starts, member, placedBegin);
            }
            for (int opens : times.opens(members[member])) {
                addStarts(starts, member, opens);
            }
        }
        return starts.build().sorted().distinct().toArray();
    }

    private void addStarts(IntStream.Builder starts, int member, int begins) {
        starts.add((int) Math.clamp(begins - offset(member, false), 0, Visit.NEVER / 2));
        starts.add((int) Math.clamp(begins - offset(member, true), 0, Visit.NEVER / 2));
    }

    /** The least gap from the first member, over the links in between, or the most; where there is no such bound the other one, where there is none 0. */
    private long offset(int member, boolean most) {
        if (member == 0) {
            return 0;
        }
        for (Links.Tie tie : links.of(members[member])) {
            for (int earlier = 0; earlier < member; earlier++) {
                if (tie.other() == members[earlier]) {
                    long bound = isBound(most ? tie.most() : tie.least()) ? most ? tie.most() : tie.least() : most ? tie.least() : tie.most();
                    return offset(earlier, most) + (isBound(bound) ? bound : 0);
                }
            }
        }
        return 0;
    }

    private static boolean isBound(long gap) {
        return Math.abs(gap) < Visit.NEVER;
    }

    /** @param route of the first member, or -1 for the cheapest */
    private void attempt(int start, int route) {
        long cost = 0;
        int placed = 0;
        while (placed < members.length && cost < bestCost) {
            long added = placed == 0 ? bestOf(0, start, start, route, bestCost)
                    : bestOf(placed, appointments.earliest(members[placed]), appointments.latest(members[placed]), NONE, bestCost - cost);
            if (added == Routes.IMPOSSIBLE) {
                cost = added;
                break;
            }
            cost += added;
            appointments.make(members[placed], begin[placed], routeOf(place[placed]));
            placed++;
        }
        if (cost < bestCost && placed == members.length) {
            bestCost = cost;
            System.arraycopy(place, 0, bestPlace, 0, placed);
            System.arraycopy(begin, 0, bestBegin, 0, placed);
        }
        for (int i = 0; i < placed; i++) {
            appointments.free(members[i]);
        }
    }

    /** Leaves place and begin of the member's cheapest place within the bounds. */
    private long bestOf(int member, int earliest, long latest, int only, long limit) {
        long best = limit;
        boolean found = false;
        int visit = members[member];
        for (int i = 0; i < nearCount[member] + member; i++) {
            // Routes of those placed before are near as well: the link may ask for them.
            int route = i < nearCount[member] ? near[member * NEAREST + i] : appointments.engineer[members[i - nearCount[member]]];
            if (only != NONE && route != only || !routes.suits(visit, route) || !routes.pinned(visit) && appointments.strangers(visit, route) > 0) {
                continue;
            }
            long cost = bestIn(route, visit, earliest, latest, best, member);
            if (cost < best) {
                best = cost;
                found = true;
                place[member] = placedAfter;
                begin[member] = placedBegin;
            }
        }
        return found ? best : Routes.IMPOSSIBLE;
    }

    /**
     * The cheapest position in a route that also holds the members placed before.
     *
     * @param placed how many members are placed
     * @return what it adds, or the limit
     */
    private long bestIn(int route, int visit, int earliest, long latest, long limit, int placed) {
        appointments.from[visit] = earliest;
        int[] sequence = sequence(route, placed);
        boolean asItIs = sequence.length == routes.size[route];
        long old = asItIs ? routes.routeCost(route) : price(route, sequence, NONE, 0);
        long best = limit;
        for (int position = 0; position <= sequence.length; position++) {
            int after = position == 0 ? routes.start(route) : sequence[position - 1];
            if (asItIs && !routes.mayFit(visit, route, after)) {
                continue;
            }
            long cost = price(route, sequence, position, visit);
            if (cost != Routes.IMPOSSIBLE && cost - old < best && (routes.pinned(visit) || times.start(position) <= latest)) {
                best = cost - old;
                placedAfter = after;
                placedBegin = times.start(position);
            }
        }
        appointments.from[visit] = 0;
        return best;
    }

    private long price(int route, int[] sequence, int position, int visit) {
        times.of(route);
        for (int i = 0; i < sequence.length; i++) {
            if (i == position) {
                times.add(visit);
            }
            times.add(sequence[i]);
        }
        if (position == sequence.length) {
            times.add(visit);
        }
        return routes.priceSequence(route);
    }

    private int[] sequence(int route, int placed) {
        int[] sequence = routes.sequence(route);
        for (int i = 0; i < placed; i++) {
            if (appointments.engineer[members[i]] == route) {
                sequence = withAfter(sequence, members[i], place[i]);
            }
        }
        return sequence;
    }

    private static int[] withAfter(int[] sequence, int visit, int after) {
        int at = 0;
        for (int i = 0; i < sequence.length; i++) {
            at = sequence[i] == after ? i + 1 : at;
        }
        return Planner.with(sequence, visit, at);
    }

    /** Puts all members where the last {@link #find} found places. */
    void insert() {
        // All appointments first: the price of a route may ask for those of others.
        for (int i = 0; i < members.length; i++) {
            appointments.make(members[i], bestBegin[i], routeOf(bestPlace[i]));
        }
        for (int i = 0; i < members.length; i++) {
            routes.insert(members[i], bestPlace[i]);
        }
    }

    /** Of a node, or of a member that is only appointed. */
    private int routeOf(int node) {
        return routes.routeOf[node] == Routes.ABSENT ? appointments.engineer[node] : routes.routeOf[node];
    }
}
