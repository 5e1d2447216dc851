package org.firstfix.routing.technician;

import java.util.Arrays;
import org.firstfix.routing.search.RememberedPlaces;
import org.firstfix.routing.search.Routes;
import org.firstfix.routing.technician.TechnicianProblem.Request;
import org.firstfix.routing.technician.TechnicianProblem.Technician;

/**
 * Days of technicians, priced by the time between departure and return. Of a run of visits three numbers are kept: how long it takes at least, and the
 * earliest and latest start with which it takes no longer (Vidal et al., 2013); two runs are joined in a few additions. A pick-up at the depot is not
 * part of the sequence: each route takes the cheapest moment before the first visit that needs it.
 */
final class TechnicianRoutes extends RememberedPlaces {
    private static final int NEVER = Integer.MAX_VALUE;

    final TechnicianProblem problem;
    private final int[] travel;
    private final int places;
    private final int kinds;
    private final int[] place;
    private final int[] opens;
    private final int[] closes;
    private final int[] service;
    /** By visit and technician: has all the skills; lacks a tool. */
    private final boolean[] able;
    private final boolean[] lacksTool;
    private final int[] stock;
    private final int[] idlePrice;
    private final int[] parts;
    /** From the start of the route to each node, and from each node to the end: duration, earliest and latest start. */
    private final int[] headDuration;
    private final int[] headEarliest;
    private final int[] headLatest;
    private final int[] tailDuration;
    private final int[] tailEarliest;
    private final int[] tailLatest;
    /** Before which node each route picks up at the depot, or ABSENT. */
    private final int[] pickUpBefore;
    private final int[] duration;
    private final boolean[] fits;
    /** The run that {@link #extend} works on. */
    private int runDuration;
    private int runEarliest;
    private int runLatest;
    private final int[] used;

    TechnicianRoutes(TechnicianProblem problem, long[] absencePrice) {
        super(problem.requests().length, problem.technicians().length, absencePrice);
        this.problem = problem;
        travel = problem.travel();
        places = problem.places();
        kinds = problem.technicians().length == 0 ? 0 : problem.technicians()[0].stock().length;
        int nodes = visits + 2 * routes;
        place = new int[nodes];
        opens = new int[nodes];
        closes = new int[nodes];
        service = new int[nodes];
        able = new boolean[visits * routes];
        lacksTool = new boolean[visits * routes];
        stock = new int[routes * kinds];
        idlePrice = new int[routes];
        parts = new int[visits * kinds];
        describe();
        headDuration = new int[nodes];
        headEarliest = new int[nodes];
        headLatest = new int[nodes];
        tailDuration = new int[nodes];
        tailEarliest = new int[nodes];
        tailLatest = new int[nodes];
        pickUpBefore = new int[routes];
        duration = new int[routes];
        fits = new boolean[routes];
        used = new int[kinds];
        for (int route = 0; route < routes; route++) {
            refresh(route);
        }
    }

    TechnicianRoutes(TechnicianRoutes other) {
        super(other);
        problem = other.problem;
        travel = other.travel;
        places = other.places;
        kinds = other.kinds;
        place = other.place;
        opens = other.opens;
        closes = other.closes;
        service = other.service;
        able = other.able;
        lacksTool = other.lacksTool;
        stock = other.stock;
        idlePrice = other.idlePrice;
        parts = other.parts;
        int nodes = place.length;
        headDuration = new int[nodes];
        headEarliest = new int[nodes];
        headLatest = new int[nodes];
        tailDuration = new int[nodes];
        tailEarliest = new int[nodes];
        tailLatest = new int[nodes];
        pickUpBefore = new int[routes];
        duration = new int[routes];
        fits = new boolean[routes];
        used = new int[kinds];
        for (int route = 0; route < routes; route++) {
            refresh(route);
        }
    }

    private void describe() {
        for (int visit = 0; visit < visits; visit++) {
            Request request = problem.requests()[visit];
            place[visit] = request.place();
            opens[visit] = request.ready();
            closes[visit] = request.due();
            service[visit] = request.service();
            System.arraycopy(request.parts(), 0, parts, visit * kinds, kinds);
            for (int route = 0; route < routes; route++) {
                Technician technician = problem.technicians()[route];
                able[visit * routes + route] = covers(technician.skills(), request.skills());
                lacksTool[visit * routes + route] = !covers(technician.tools(), request.tools());
            }
        }
        for (int route = 0; route < routes; route++) {
            Technician technician = problem.technicians()[route];
            System.arraycopy(technician.stock(), 0, stock, route * kinds, kinds);
            place[start(route)] = technician.from();
            place[end(route)] = technician.to();
            opens[start(route)] = technician.begins();
            opens[end(route)] = technician.begins();
            closes[start(route)] = technician.leavesBy();
            idlePrice[route] = technician.idlePrice();
            closes[end(route)] = technician.ends();
        }
    }

    private static boolean covers(boolean[] has, boolean[] needs) {
        for (int i = 0; i < needs.length; i++) {
            if (needs[i] && !has[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Routes blank() {
        return new TechnicianRoutes(this);
    }

    @Override
    public boolean routesAlike() {
        return false;
    }

    /** The visit before which the technician picks up, the end node for one after all visits, or {@link #ABSENT}. */
    int pickUpBefore(int route) {
        return pickUpBefore[route];
    }

    @Override
    protected boolean suits(int visit, int route) {
        return able[visit * routes + route];
    }

    @Override
    protected long price(int route) {
        return !fits[route] ? IMPOSSIBLE / 1024 : size[route] == 0 ? idlePrice[route] : duration[route];
    }

    private void begin(int durationSoFar, int earliest, int latest) {
        runDuration = durationSoFar;
        runEarliest = earliest;
        runLatest = latest;
    }

    /** Joins something that comes {@code leg} after the run. @return whether it is in time */
    private boolean join(int leg, int nextDuration, int nextEarliest, int nextLatest) {
        int shift = runDuration + leg;
        if (runEarliest + shift > nextLatest) {
            return false;
        }
        int waiting = Math.max(nextEarliest - shift - runLatest, 0);
        runDuration = shift + nextDuration + waiting;
        runEarliest = Math.max(nextEarliest - shift, runEarliest) - waiting;
        runLatest = Math.min(nextLatest - shift, runLatest);
        return true;
    }

    private boolean extend(int from, int node) {
        return join(travel[from * places + place[node]], service[node], opens[node], closes[node]);
    }

    private boolean extendByDepot(int from) {
        return join(travel[from * places], 0, problem.depotOpens(), problem.depotCloses());
    }

    private boolean joinTail(int from, int node) {
        return join(travel[from * places + place[node]], tailDuration[node], tailEarliest[node], tailLatest[node]);
    }

    private void beginAtHead(int node) {
        begin(headDuration[node], headEarliest[node], headLatest[node]);
    }

    @Override
    protected void update(int route) {
        int first = start(route);
        int last = end(route);
        boolean inTime = true;
        begin(0, opens[first], closes[first]);
        keepHead(first);
        for (int node = first; node != last && inTime;) {
            int next = succ[node];
            inTime = extend(place[node], next);
            keepHead(next);
            node = next;
        }
        fits[route] = inTime;
        if (!inTime) {
            return;
        }
        tailDuration[last] = 0;
        tailEarliest[last] = opens[last];
        tailLatest[last] = closes[last];
        for (int node = last; node != first;) {
            int before = pred[node];
            begin(service[before], opens[before], closes[before]);
            joinTail(place[before], node);
            tailDuration[before] = runDuration;
            tailEarliest[before] = runEarliest;
            tailLatest[before] = runLatest;
            node = before;
        }
        choosePickUp(route);
    }

    private void keepHead(int node) {
        headDuration[node] = runDuration;
        headEarliest[node] = runEarliest;
        headLatest[node] = runLatest;
    }

    private void choosePickUp(int route) {
        duration[route] = headDuration[end(route)];
        pickUpBefore[route] = ABSENT;
        int needing = firstInNeed(route, ABSENT);
        if (needing == ABSENT) {
            return;
        }
        int best = NEVER;
        for (int node = start(route); node != needing; node = succ[node]) {
            beginAtHead(node);
            if (!extendByDepot(place[node])) {
                break;
            }
            if (joinTail(0, succ[node]) && runDuration < best) {
                best = runDuration;
                pickUpBefore[route] = succ[node];
            }
        }
        duration[route] = best;
        fits[route] = best != NEVER;
    }

    /** The first visit that cannot be done with what is in the van, {@code extra} having consumed its parts before; or ABSENT. */
    private int firstInNeed(int route, int extra) {
        for (int kind = 0; kind < kinds; kind++) {
            used[kind] = extra == ABSENT ? 0 : parts[extra * kinds + kind];
        }
        for (int node = succ[start(route)]; node < visits; node = succ[node]) {
            if (lacksTool[node * routes + route] || overdraws(node, route)) {
                return node;
            }
        }
        return ABSENT;
    }

    /** Consumes the parts of a visit; whether the van has too few. */
    private boolean overdraws(int visit, int route) {
        boolean over = false;
        for (int kind = 0; kind < kinds; kind++) {
            used[kind] += parts[visit * kinds + kind];
            over |= used[kind] > stock[route * kinds + kind];
        }
        return over;
    }

    @Override
    protected void priceRoute(int visit, int route) {
        int old = size[route] == 0 ? idlePrice[route] : duration[route];
        int needing = firstInNeed(route, ABSENT);
        int needingAfterVisit = firstInNeed(route, visit);
        int visitNeedsFrom = firstPlaceInNeed(visit, route);
        boolean pickUpMayWait = true;
        for (int before = start(route); before != end(route); before = succ[before]) {
            pickUpMayWait &= before != needing && before != visitNeedsFrom;
            beginAtHead(before);
            if (!extend(place[before], visit)) {
                break;
            }
            if (!pickUpMayWait) {
                continue;
            }
            if (needing == ABSENT && needingAfterVisit == ABSENT) {
                if (joinTail(place[visit], succ[before])) {
                    offer(before, runDuration - old);
                }
            } else {
                pickUpAfterVisit(visit, before, needingAfterVisit, old);
            }
        }
        if (needing != ABSENT || needingAfterVisit != ABSENT || visitNeedsFrom != ABSENT) {
            pickUpBeforeVisit(visit, route, needing, old);
        }
    }

    /** The node from which on the visit, put after it, would be in need; ABSENT if never. */
    private int firstPlaceInNeed(int visit, int route) {
        if (lacksTool[visit * routes + route]) {
            return start(route);
        }
        Arrays.fill(used, 0);
        boolean over = overdraws(visit, route);
        int node = start(route);
        while (!over) {
            node = succ[node];
            if (node >= visits) {
                return ABSENT;
            }
            over = overdraws(node, route);
        }
        return node;
    }

    /** The run holds the route up to the visit; the pick-up comes at some moment later, before the first in need. */
    private void pickUpAfterVisit(int visit, int before, int needingAfterVisit, int old) {
        int best = NEVER;
        int from = visit;
        for (int next = succ[before];; next = succ[next]) {
            int keptDuration = runDuration;
            int keptEarliest = runEarliest;
            int keptLatest = runLatest;
            if (!extendByDepot(place[from])) {
                break;
            }
            if (joinTail(0, next)) {
                best = Math.min(best, runDuration);
            }
            begin(keptDuration, keptEarliest, keptLatest);
            if (next == needingAfterVisit || next >= visits || !extend(place[from], next)) {
                break;
            }
            from = next;
        }
        if (best != NEVER) {
            offer(before, best - old);
        }
    }

    private void pickUpBeforeVisit(int visit, int route, int needing, int old) {
        for (int last = start(route); last < visits || last == start(route); last = succ[last]) {
            if (last == needing) {
                break;
            }
            beginAtHead(last);
            if (!extendByDepot(place[last])) {
                break;
            }
            int from = 0;
            for (int before = last;; before = succ[before]) {
                int keptDuration = runDuration;
                int keptEarliest = runEarliest;
                int keptLatest = runLatest;
                if (!extend(from, visit)) {
                    break;
                }
                if (joinTail(place[visit], succ[before])) {
                    offer(before, runDuration - old);
                }
                begin(keptDuration, keptEarliest, keptLatest);
                int next = succ[before];
                if (next >= visits || !extend(from, next)) {
                    break;
                }
                from = place[next];
            }
        }
    }

    @Override
    public void copyFrom(Routes other) {
        super.copyFrom(other);
        TechnicianRoutes source = (TechnicianRoutes) other;
        int nodes = place.length;
        System.arraycopy(source.headDuration, 0, headDuration, 0, nodes);
        System.arraycopy(source.headEarliest, 0, headEarliest, 0, nodes);
        System.arraycopy(source.headLatest, 0, headLatest, 0, nodes);
        System.arraycopy(source.tailDuration, 0, tailDuration, 0, nodes);
        System.arraycopy(source.tailEarliest, 0, tailEarliest, 0, nodes);
        System.arraycopy(source.tailLatest, 0, tailLatest, 0, nodes);
        System.arraycopy(source.pickUpBefore, 0, pickUpBefore, 0, routes);
        System.arraycopy(source.duration, 0, duration, 0, routes);
        System.arraycopy(source.fits, 0, fits, 0, routes);
    }
}
