package org.firstfix.routing.vrp;

import org.firstfix.routing.search.Blinks;
import org.firstfix.routing.search.Routes;

/**
 * Routes of equal vehicles under time windows. For each node the earliest end of service, coming from the start, and the latest start of service that
 * still lets the rest of the route be on time: with these two a place is priced and tested in a few additions (Savelsbergh 1992).
 */
final class TimeWindowRoutes extends Routes {
    final TimeWindowProblem problem;
    final CloseVisits close;
    private final int places;
    private final int[] travel;
    /** Place of each node. */
    final int[] place;
    private final int[] demand;
    private final int[] ready;
    private final int[] due;
    private final int[] service;
    /** Earliest end of service of each node. */
    final int[] finish;
    /** Latest start of service of each node. */
    final int[] latest;
    /** Travel from each node to the next one. */
    final int[] toNext;
    final int[] load;

    TimeWindowRoutes(TimeWindowProblem problem, CloseVisits close, int routes, long[] absencePrice) {
        super(problem.visits(), routes, absencePrice);
        this.problem = problem;
        this.close = close;
        places = problem.places();
        travel = problem.travel();
        int nodes = visits + 2 * routes;
        place = new int[nodes];
        demand = new int[nodes];
        ready = new int[nodes];
        due = new int[nodes];
        service = new int[nodes];
        for (int node = 0; node < nodes; node++) {
            place[node] = node < visits ? node + 1 : 0;
            demand[node] = problem.demand()[place[node]];
            ready[node] = problem.ready()[place[node]];
            due[node] = problem.due()[place[node]];
            service[node] = problem.service()[place[node]];
        }
        finish = new int[nodes];
        latest = new int[nodes];
        toNext = new int[nodes];
        load = new int[routes];
        for (int route = 0; route < routes; route++) {
            refresh(route);
        }
    }

    @Override
    public Routes blank() {
        return new TimeWindowRoutes(problem, close, routes, absencePrice);
    }

    @Override
    public boolean routesAlike() {
        return true;
    }

    @Override
    public long routeCost(int route) {
        long cost = 0;
        for (int node = start(route); node != end(route); node = succ[node]) {
            cost += toNext[node];
        }
        return cost;
    }

    @Override
    public boolean findPlace(int visit, Blinks blinks) {
        int best = Integer.MAX_VALUE;
        int bestAfter = ABSENT;
        int row = place[visit] * places;
        int column = place[visit];
        int room = problem.capacity() - demand[visit];
        int opens = ready[visit];
        int closes = due[visit];
        int serves = service[visit];
        for (int before : close.before[visit]) {
            int route = routeOf[before];
            if (route < 0 || load[route] > room) {
                continue;
            }
            int after = succ[before];
            int there = travel[place[before] * places + column];
            int onwards = travel[row + place[after]];
            int delta = there + onwards - toNext[before];
            if (delta < best) {
                int begin = Math.max(finish[before] + there, opens);
                if (begin <= closes && begin + serves + onwards <= latest[after] && !blinks.blink()) {
                    best = delta;
                    bestAfter = before;
                }
            }
        }
        for (int after : close.after[visit]) {
            int route = routeOf[after];
            if (route < 0 || load[route] > room) {
                continue;
            }
            int before = pred[after];
            int there = travel[place[before] * places + column];
            int onwards = travel[row + place[after]];
            int delta = there + onwards - toNext[before];
            if (delta < best) {
                int begin = Math.max(finish[before] + there, opens);
                if (begin <= closes && begin + serves + onwards <= latest[after] && !blinks.blink()) {
                    best = delta;
                    bestAfter = before;
                }
            }
        }
        if (bestAfter == ABSENT) {
            bestAfter = findAnywhere(visit, blinks);
            best = bestAfter == ABSENT ? best : priceAfter(visit, bestAfter);
        }
        int fresh = emptyRoute();
        if (fresh != ABSENT) {
            int alone = travel[column] + travel[row];
            if (alone < best) {
                best = alone;
                bestAfter = start(fresh);
            }
        }
        placeAfter = bestAfter;
        placeCost = best;
        return bestAfter != ABSENT;
    }

    private int priceAfter(int visit, int before) {
        return travel[place[before] * places + place[visit]] + travel[place[visit] * places + place[succ[before]]] - toNext[before];
    }

    /** The cheapest place in any used route, for a visit with none near its neighbours. */
    private int findAnywhere(int visit, Blinks blinks) {
        int best = Integer.MAX_VALUE;
        int bestAfter = ABSENT;
        int row = place[visit] * places;
        int column = place[visit];
        for (int route = 0; route < routes; route++) {
            if (size[route] == 0 || load[route] + demand[visit] > problem.capacity()) {
                continue;
            }
            int last = end(route);
            for (int before = start(route); before != last; before = succ[before]) {
                int there = travel[place[before] * places + column];
                int begin = Math.max(finish[before] + there, ready[visit]);
                if (begin > due[visit]) {
                    break;
                }
                int after = succ[before];
                int onwards = travel[row + place[after]];
                int delta = there + onwards - toNext[before];
                if (delta < best && begin + service[visit] + onwards <= latest[after] && !blinks.blink()) {
                    best = delta;
                    bestAfter = before;
                }
            }
        }
        return bestAfter;
    }

    private int emptyRoute() {
        for (int route = 0; route < openRoutes; route++) {
            if (size[route] == 0) {
                return route;
            }
        }
        return ABSENT;
    }

    @Override
    protected void unlinking(int visit, int before, int after) {
        int bridge = travel[place[before] * places + place[after]];
        travelCost += bridge - toNext[before] - toNext[visit];
        toNext[before] = bridge;
        load[routeOf[visit]] -= demand[visit];
    }

    @Override
    protected void inserted(int visit, int before, int after, int route) {
        int there = travel[place[before] * places + place[visit]];
        int onwards = travel[place[visit] * places + place[after]];
        travelCost += there + onwards - toNext[before];
        toNext[before] = there;
        toNext[visit] = onwards;
        load[route] += demand[visit];
        int arrival = finish[before] + there;
        for (int node = visit;; node = succ[node]) {
            int ends = Math.max(arrival, ready[node]) + service[node];
            if (finish[node] == ends && node != visit) {
                break;
            }
            finish[node] = ends;
            if (succ[node] == ABSENT) {
                break;
            }
            arrival = ends + toNext[node];
        }
        int departure = latest[after] - onwards;
        for (int node = visit;; node = pred[node]) {
            int starts = Math.min(departure - service[node], due[node]);
            if (latest[node] == starts && node != visit) {
                break;
            }
            latest[node] = starts;
            if (pred[node] == ABSENT) {
                break;
            }
            departure = starts - toNext[pred[node]];
        }
    }

    @Override
    public void refresh(int route) {
        int first = start(route);
        int last = end(route);
        int carried = 0;
        int now = ready[first];
        finish[first] = now;
        for (int node = first; node != last;) {
            int next = succ[node];
            int leg = travel[place[node] * places + place[next]];
            toNext[node] = leg;
            now = Math.max(now + leg, ready[next]) + service[next];
            finish[next] = now;
            carried += demand[next];
            node = next;
        }
        load[route] = carried;
        int bound = due[last];
        latest[last] = bound;
        for (int node = last; node != first;) {
            int before = pred[node];
            bound = Math.min(bound - toNext[before] - service[before], due[before]);
            latest[before] = bound;
            node = before;
        }
    }

    @Override
    public void copyFrom(Routes other) {
        super.copyFrom(other);
        TimeWindowRoutes source = (TimeWindowRoutes) other;
        System.arraycopy(source.finish, 0, finish, 0, finish.length);
        System.arraycopy(source.latest, 0, latest, 0, latest.length);
        System.arraycopy(source.toNext, 0, toNext, 0, toNext.length);
        System.arraycopy(source.load, 0, load, 0, load.length);
    }
}
