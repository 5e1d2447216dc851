package org.firstfix.routing.plan;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a visit may fit between two others of a route, from what is remembered of the route: how early each visit can be finished, how late each may be
 * reached. Asked before the rules are, since most places of a full day fail here. It never says no where the rules would say yes: pick-ups, which take time, are
 * left out, and of pinned visits nothing is asked.
 *
 * <p>Nodes are visits by number, then begin and end of each route, as in {@link org.firstfix.routing.search.Routes}.
 */
final class Slack {
    private static final int FAR = 1 << 29;

    private final RouteTimes times;
    /** Without this nothing is known: by the depot everything might be earlier. */
    private final boolean knowing;
    private final boolean appointed;
    private final boolean[] pinned;
    private final int visits;
    private final int[] place;
    private final int[] service;
    private final int[] notBefore;
    /** From and to, one after the other. */
    private final int[][] windows;
    /** By visit: last second of its windows. */
    private final int[] lastStart;
    /** By engineer: latest return, and most seconds on the road. */
    private final int[] latestBack;
    private final int[] mostRoad;
    private final int[] leaves;
    private final Terms.@Nullable Pause[] pause;

    /** By engineer: whether a break is owed unless he is back early. */
    private final boolean[] owed;
    /** Earliest finish of each node with no break before it; {@link #FAR} and above for never. */
    private final int[] soonest;
    /** Earliest finish after a break. */
    private final int[] rested;
    /** Latest arrival that leaves all visits from this node on possible. */
    private final int[] latest;
    /** The same if the break is still to come after this visit. */
    private final int[] owing;
    private final int[] road;
    /** Most seconds on the road with the way home after any of the visits from this node on. */
    private final int[] roadLeft;

    Slack(ServiceDay day, RouteTimes times) {
        this.times = times;
        visits = day.visits().size();
        pinned = new boolean[visits];
        int engineers = day.engineers().size();
        knowing = !times.depotIsShortCut();
        appointed = times.links().any() && has(day, DayRules.LinkedTime.class);
        place = new int[visits + 2 * engineers];
        service = day.visits().stream().mapToInt(Visit::service).toArray();
        notBefore = day.visits().stream().mapToInt(Visit::notBefore).toArray();
        windows = new int[visits][];
        lastStart = new int[visits];
        boolean inWindows = has(day, Rules.CustomerWindow.class);
        for (int visit = 0; visit < visits; visit++) {
            Visit of = day.visits().get(visit);
            pinned[visit] = of.pinned().isPresent();
            place[visit] = of.place();
            windows[visit] = of.windows().stream().flatMapToInt(window -> IntStream.of(window.from(), window.to())).toArray();
            lastStart[visit] = inWindows && !of.windows().isEmpty() ? of.windows().getLast().to() : FAR;
        }
        latestBack = new int[engineers];
        mostRoad = new int[engineers];
        leaves = new int[engineers];
        pause = new Terms.Pause[engineers];
        for (int i = 0; i < engineers; i++) {
            Engineer of = day.engineers().get(i);
            Terms.Limits limits = of.terms().limits();
            place[start(i)] = of.from();
            place[end(i)] = of.to();
            latestBack[i] = Math.min(has(day, Rules.ShiftEnd.class) ? of.ends() + of.overtime() : FAR,
                    has(day, DayRules.LegalRest.class) ? Math.min(FAR, limits.restFrom()) : FAR);
            mostRoad[i] = has(day, DayRules.MaximumDriving.class) ? Math.min(FAR, limits.driving()) : FAR;
            leaves[i] = of.leaves();
            Terms.Pause owes = of.terms().pause();
            pause[i] = owes != null && leaves[i] <= owes.latest() && has(day, DayRules.Break.class) ? owes : null;
        }
        int nodes = place.length;
        owed = new boolean[engineers];
        soonest = new int[nodes];
        rested = new int[nodes];
        latest = new int[nodes];
        owing = new int[nodes];
        road = new int[nodes];
        roadLeft = new int[nodes];
    }

    private Slack(Slack other, RouteTimes times) {
        this.times = times;
        knowing = other.knowing;
        appointed = other.appointed;
        pinned = other.pinned;
        visits = other.visits;
        place = other.place;
        service = other.service;
        notBefore = other.notBefore;
        windows = other.windows;
        lastStart = other.lastStart;
        latestBack = other.latestBack;
        mostRoad = other.mostRoad;
        leaves = other.leaves;
        pause = other.pause;
        owed = other.owed.clone();
        soonest = other.soonest.clone();
        rested = other.rested.clone();
        latest = other.latest.clone();
        owing = other.owing.clone();
        road = other.road.clone();
        roadLeft = other.roadLeft.clone();
    }

    /** Another one of the same day. */
    Slack sibling(RouteTimes itsTimes) {
        return new Slack(this, itsTimes);
    }

    private static boolean has(ServiceDay day, Class<? extends Rule> rule) {
        return day.rules().stream().anyMatch(rule::isInstance);
    }

    int start(int route) {
        return visits + 2 * route;
    }

    int end(int route) {
        return visits + 2 * route + 1;
    }

    void copyFrom(Slack other) {
        System.arraycopy(other.owed, 0, owed, 0, owed.length);
        System.arraycopy(other.soonest, 0, soonest, 0, soonest.length);
        System.arraycopy(other.rested, 0, rested, 0, rested.length);
        System.arraycopy(other.latest, 0, latest, 0, latest.length);
        System.arraycopy(other.owing, 0, owing, 0, owing.length);
        System.arraycopy(other.road, 0, road, 0, road.length);
        System.arraycopy(other.roadLeft, 0, roadLeft, 0, roadLeft.length);
    }

    /** Remembers a route. */
    void measure(int route, int[] sequence, int length) {
        boolean anyPinned = false;
        for (int i = 0; i < length; i++) {
            anyPinned |= pinned[sequence[i]];
        }
        // A break missed during a pinned visit is told only.
        owed[route] = pause[route] != null && !anyPinned;
        forward(route, sequence, length);
        backward(route, sequence, length);
    }

    private void forward(int route, int[] sequence, int length) {
        int before = start(route);
        soonest[before] = leaves[route];
        rested[before] = FAR;
        road[before] = 0;
        for (int i = 0; i < length; i++) {
            int node = sequence[i];
            int leg = times.travel(place[before], place[node]);
            int after = afterBreak(route, before, leg);
            soonest[node] = firstStart(node, soonest[before] + leg) + service[node];
            rested[node] = after >= FAR ? FAR : firstStart(node, after) + service[node];
            road[node] = road[before] + leg;
            before = node;
        }
    }

    private void backward(int route, int[] sequence, int length) {
        int next = end(route);
        Terms.Pause owes = pause[route];
        latest[next] = FAR;
        owing[next] = owed[route] && owes != null ? owes.latest() : FAR;
        roadLeft[next] = -FAR;
        for (int i = length - 1; i >= 0; i--) {
            int node = sequence[i];
            int leg = times.travel(place[node], place[next]);
            int appointment = appointed && times.appointments().made(node) ? times.appointments().from[node] : FAR;
            int most = pinned[node] ? FAR : Math.min(latestStart(route, node), appointment);
            int owingFinish = owing[next] - leg;
            if (owed[route] && owes != null) {
                owingFinish = Math.max(owingFinish, latestDeparture(owes, latest[next], leg));
            }
            latest[node] = latestArrival(node, Math.min(most, latest[next] - leg - service[node]));
            owing[node] = owed[route] ? latestArrival(node, Math.min(most, owingFinish - service[node])) : latest[node];
            roadLeft[node] = pinned[node] ? roadLeft[next] : Math.max(roadLeft[next], road[node] + wayHome(route, node));
            next = node;
        }
    }

    /** Whether the visit may fit between two neighbours of the route. */
    boolean mayFit(int route, int before, int after, int visit) {
        if (!knowing || pinned[visit]) {
            return true;
        }
        int leg = times.travel(place[before], place[visit]);
        int on = times.travel(place[visit], place[after]);
        int most = latestStart(route, visit);
        int start = firstStart(visit, soonest[before] + leg);
        if (start > most || road[before] + leg + wayHome(route, visit) > mostRoad[route]
                || roadLeft[after] + leg + on - times.travel(place[before], place[after]) > mostRoad[route]) {
            return false;
        }
        int finish = start + service[visit];
        Terms.Pause owes = pause[route];
        if (!owed[route] || owes == null) {
            return finish + on <= latest[after];
        }
        if (finish + on <= owing[after] || finish <= owes.latest() && back(owes, finish, on) <= latest[after]) {
            return true;
        }
        int late = firstStart(visit, afterBreak(route, before, leg));
        return late <= most && late + service[visit] + on <= latest[after];
    }

    /** The earliest arrival over a leg with the break on it or before it. */
    private int afterBreak(int route, int before, int leg) {
        Terms.Pause owes = pause[route];
        if (!owed[route] || owes == null) {
            return FAR;
        }
        int earlier = rested[before] + leg;
        return soonest[before] > owes.latest() ? earlier : Math.min(earlier, back(owes, soonest[before], leg));
    }

    /** When work can go on after a leg with the break on it. */
    private static int back(Terms.Pause owes, int departure, int leg) {
        int arrival = departure + leg;
        return arrival <= owes.latest() ? Math.max(arrival, owes.earliest()) + owes.seconds()
                : Math.max(departure, owes.earliest()) + owes.seconds() + leg;
    }

    /** The latest departure with which work can go on, after the break, by this instant. */
    private static int latestDeparture(Terms.Pause owes, int by, int leg) {
        int arriving = owes.earliest() + owes.seconds() <= by ? Math.min(owes.latest(), by - owes.seconds()) - leg : -FAR;
        int leaving = owes.earliest() + owes.seconds() + leg <= by ? Math.min(owes.latest(), by - owes.seconds() - leg) : -FAR;
        return Math.max(arriving, leaving);
    }

    private int latestStart(int route, int visit) {
        return Math.min(lastStart[visit], latestBack[route] - wayHome(route, visit) - service[visit]);
    }

    private int wayHome(int route, int visit) {
        return times.travel(place[visit], place[end(route)]);
    }

    private int firstStart(int visit, int arrival) {
        int now = Math.max(arrival, earliest(visit));
        int[] of = windows[visit];
        for (int i = 0; i < of.length; i += 2) {
            if (now <= of[i + 1]) {
                return Math.max(now, of[i]);
            }
        }
        return now;
    }

    private int earliest(int visit) {
        return times.links().has(visit) ? Math.max(notBefore[visit], times.appointments().from[visit]) : notBefore[visit];
    }

    /** The latest arrival with which work begins by this instant. */
    private int latestArrival(int visit, int by) {
        int[] of = windows[visit];
        int arrival = by;
        for (int i = of.length - 2; i >= 0 && by <= of[of.length - 1]; i -= 2) {
            if (by >= of[i]) {
                arrival = Math.min(by, of[i + 1]);
                break;
            }
            arrival = -FAR;
        }
        return arrival < earliest(visit) ? -FAR : arrival;
    }
}
