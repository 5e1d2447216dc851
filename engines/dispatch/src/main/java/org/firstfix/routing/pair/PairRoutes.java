package org.firstfix.routing.pair;

import org.firstfix.routing.search.RememberedPlaces;
import org.firstfix.routing.search.Routes;
import org.firstfix.routing.vrp.TimeWindowProblem;

/**
 * Routes of equal vehicles that pick up and deliver. A place of a unit is a pair of places: all are tried, each in a few additions, with the earliest end
 * of service coming from the start and the latest start that keeps the rest in time.
 */
final class PairRoutes extends RememberedPlaces {
    private final PairProblem problem;
    private final int places;
    private final int[] travel;
    private final int nodes;
    private final int[] finish;
    private final int[] latest;
    private final int[] load;
    private final boolean[] fits;

    PairRoutes(PairProblem problem, int routes, long[] absencePrice) {
        super(problem.places().visits(), routes, absencePrice);
        this.problem = problem;
        places = problem.places().places();
        travel = problem.places().travel();
        nodes = visits + 2 * routes;
        finish = new int[nodes];
        latest = new int[nodes];
        load = new int[nodes];
        fits = new boolean[routes];
        refreshAll();
    }

    private PairRoutes(PairRoutes other) {
        super(other);
        problem = other.problem;
        places = other.places;
        travel = other.travel;
        nodes = other.nodes;
        finish = new int[nodes];
        latest = new int[nodes];
        load = new int[nodes];
        fits = new boolean[routes];
        refreshAll();
    }

    private void refreshAll() {
        for (int route = 0; route < routes; route++) {
            refresh(route);
        }
    }

    private int place(int node) {
        return node < visits ? node + 1 : 0;
    }

    private int leg(int from, int to) {
        return travel[place(from) * places + place(to)];
    }

    @Override
    public Routes blank() {
        return new PairRoutes(this);
    }

    @Override
    public boolean routesAlike() {
        return true;
    }

    @Override
    protected boolean suits(int visit, int route) {
        return true;
    }

    @Override
    protected void update(int route) {
        TimeWindowProblem windows = problem.places();
        int first = start(route);
        int last = end(route);
        int now = windows.ready()[0];
        boolean inTime = true;
        finish[first] = now;
        load[first] = 0;
        for (int node = first; node != last;) {
            int next = succ[node];
            int begins = Math.max(now + leg(node, next), windows.ready()[place(next)]);
            inTime &= begins <= windows.due()[place(next)];
            now = begins + windows.service()[place(next)];
            finish[next] = now;
            load[next] = load[node] + (next < visits ? windows.demand()[next + 1] : 0);
            inTime &= load[next] <= windows.capacity();
            node = next;
        }
        fits[route] = inTime;
        int bound = windows.due()[0];
        latest[last] = bound;
        for (int node = last; node != first;) {
            int before = pred[node];
            bound = Math.min(bound - leg(before, node) - windows.service()[place(before)], windows.due()[place(before)]);
            latest[before] = bound;
            node = before;
        }
    }

    @Override
    protected long price(int route) {
        if (!fits[route]) {
            return IMPOSSIBLE / 1024;
        }
        long cost = 0;
        if (size[route] > 0) {
            for (int node = start(route); node != end(route); node = succ[node]) {
                cost += leg(node, succ[node]);
            }
        }
        return cost;
    }

    @Override
    protected void priceRoute(int visit, int route) {
        TimeWindowProblem windows = problem.places();
        boolean picks = windows.demand()[visit + 1] > 0;
        int pickUp = picks ? visit : problem.partner()[visit];
        int delivery = picks ? problem.partner()[visit] : visit;
        for (int before = start(route); before != end(route); before = succ[before]) {
            int begins = Math.max(finish[before] + leg(before, pickUp), windows.ready()[pickUp + 1]);
            if (begins > windows.due()[pickUp + 1]) {
                break;
            }
            deliver(pickUp, delivery, before, begins + windows.service()[pickUp + 1]);
        }
    }

    /** Tries every place of the delivery after the pick-up, which ends at {@code leaves} and stands after {@code before}. */
    private void deliver(int pickUp, int delivery, int before, int leaves) {
        TimeWindowProblem windows = problem.places();
        int demand = windows.demand()[pickUp + 1];
        int detour = leg(before, pickUp) - leg(before, succ[before]);
        int at = pickUp;
        int now = leaves;
        int carried = load[before];
        for (int next = succ[before];; next = succ[next]) {
            if (carried + demand > windows.capacity()) {
                return;
            }
            int begins = Math.max(now + leg(at, delivery), windows.ready()[delivery + 1]);
            if (begins <= windows.due()[delivery + 1]
                    && begins + windows.service()[delivery + 1] + leg(delivery, next) <= latest[next]) {
                // The leg from the pick-up to what follows it is only driven if something comes in between.
                long cost = detour + leg(at, delivery) + (long) leg(delivery, next) - (at == pickUp ? 0 : leg(at, next));
                offer(before * nodes + at, cost);
            }
            if (next >= visits) {
                return;
            }
            if (at == pickUp) {
                detour += leg(pickUp, next);
            }
            int there = Math.max(now + leg(at, next), windows.ready()[next + 1]);
            if (there > latest[next]) {
                return;
            }
            now = there + windows.service()[next + 1];
            carried = load[next];
            at = next;
        }
    }

    @Override
    public void insertAtPlace(int visit) {
        boolean picks = problem.places().demand()[visit + 1] > 0;
        int pickUp = picks ? visit : problem.partner()[visit];
        int before = placeAfter / nodes;
        int beforeDelivery = placeAfter % nodes;
        insert(pickUp, before);
        insert(problem.partner()[pickUp], beforeDelivery);
    }

    @Override
    public int takeOutPartners(int[] removed, int count) {
        int all = count;
        for (int i = 0; i < count; i++) {
            int partner = problem.partner()[removed[i]];
            int route = routeOf[partner];
            if (route != ABSENT) {
                unlink(partner);
                refresh(route);
                removed[all++] = partner;
            }
        }
        return all;
    }

    @Override
    public void copyFrom(Routes other) {
        super.copyFrom(other);
        PairRoutes source = (PairRoutes) other;
        System.arraycopy(source.finish, 0, finish, 0, nodes);
        System.arraycopy(source.latest, 0, latest, 0, nodes);
        System.arraycopy(source.load, 0, load, 0, nodes);
        System.arraycopy(source.fits, 0, fits, 0, routes);
    }
}
