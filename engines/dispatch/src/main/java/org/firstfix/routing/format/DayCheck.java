package org.firstfix.routing.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.firstfix.routing.plan.Engineer;
import org.firstfix.routing.plan.Link;
import org.firstfix.routing.plan.ServiceDay;
import org.firstfix.routing.plan.Terms;
import org.firstfix.routing.plan.Visit;

/** Recomputes a plan of a {@link DayInstance} stop by stop, with no rule object and none of the planner's times. */
final class DayCheck {
    private final DayInstance instance;
    private final Map<Integer, Engineer> engineers = new HashMap<>();
    private final Map<Integer, Visit> visits = new HashMap<>();
    private final Map<Integer, Integer> times = new HashMap<>();
    /** Who makes each visit, and when it is appointed to begin. */
    private final Map<Integer, Integer> madeBy = new HashMap<>();
    private final Map<Integer, Integer> appointed = new HashMap<>();
    private final List<String> violations = new ArrayList<>();
    private final DayPrices prices;
    private long cents;

    private DayCheck(DayInstance instance) {
        this.instance = instance;
        instance.day().engineers().forEach(engineer -> engineers.put(engineer.id(), engineer));
        instance.day().visits().forEach(visit -> visits.put(visit.id(), visit));
        prices = new DayPrices(instance);
    }

    static Instance.Verdict check(DayInstance instance, Solution solution) {
        DayCheck check = new DayCheck(instance);
        Map<Integer, Integer> routes = new HashMap<>();
        for (Solution.Route route : solution.routes()) {
            Engineer engineer = check.engineers.get(route.vehicle());
            if (engineer == null || routes.merge(route.vehicle(), 1, Integer::sum) > 1) {
                check.violations.add("engineer " + route.vehicle() + (engineer == null ? " does not exist." : " has two routes."));
            } else {
                check.drive(engineer, route);
            }
        }
        for (int id : solution.unassigned()) {
            check.times.merge(id, 1, Integer::sum);
            Visit visit = check.visits.get(id);
            check.cents += visit == null ? 0 : Math.max(1, visit.absenceCents());
        }
        for (Visit visit : instance.day().visits()) {
            int made = check.times.getOrDefault(visit.id(), 0);
            if (made != 1) {
                check.violations.add("visit " + visit.id() + " stands in the solution " + made + " times.");
            }
        }
        instance.day().links().forEach(check::judge);
        return new Instance.Verdict(check.cents / 100.0, check.violations);
    }

    /**
     * A visit as it is made.
     *
     * @param ready when work could have begun
     * @param road seconds to it
     * @param lacking chance that it lacks a probable part, in millionths
     */
    record Made(Visit visit, long ready, long start, long road, boolean loadedHere, long lacking) {
        long finish() {
            return start + visit.service();
        }
    }

    /** One way from a place to another, perhaps by the depot. */
    private record Way(long arrival, long road, boolean closed) {}

    private Way way(int from, int to, boolean byDepot, long departure) {
        ServiceDay.Depot depot = instance.day().depot();
        if (!byDepot || depot == null) {
            long road = instance.day().travel().seconds(from, to);
            return new Way(departure + road, road, false);
        }
        long first = instance.day().travel().seconds(from, depot.place());
        long second = instance.day().travel().seconds(depot.place(), to);
        long there = Math.max(departure + first, depot.opens());
        return new Way(there + depot.seconds() + second, first + second, there > depot.closes());
    }

    private static long leaves(Engineer engineer) {
        return Math.max(engineer.begins(), engineer.terms().limits().restedAt());
    }

    /** A route being driven. */
    private final class Drive {
        private final Engineer engineer;
        private final Solution.Route route;
        private final VanCheck van;
        private final List<Made> made = new ArrayList<>();
        private long now;
        private int at;
        private boolean loaded;

        Drive(Engineer engineer, Solution.Route route) {
            this.engineer = engineer;
            this.route = route;
            van = new VanCheck(engineer);
            now = leaves(engineer);
            at = engineer.from();
        }

        /** @return the way to a place, with the break on it if it belongs there */
        private Way go(int to, boolean byDepot) {
            Way way = way(at, to, byDepot, now);
            Terms.Pause pause = engineer.terms().pause();
            if (route.breakAfter().isPresent() && route.breakAfter().getAsInt() == made.size()) {
                if (pause == null) {
                    violations.add("engineer " + engineer.id() + " has a break, but is owed none.");
                } else if (way.arrival() <= pause.latest()) {
                    way = new Way(Math.max(way.arrival(), pause.earliest()) + pause.seconds(), way.road(), way.closed());
                } else {
                    long begins = Math.max(now, pause.earliest());
                    if (begins > pause.latest()) {
                        violations.add("engineer " + engineer.id() + " has the break at " + begins + ", the latest is " + pause.latest() + ".");
                    }
                    way = way(at, to, byDepot, begins + pause.seconds());
                }
            }
            if (way.closed()) {
                violations.add("engineer " + engineer.id() + " finds the depot closed on the way to place " + to + ".");
            }
            return way;
        }

        void visit(Visit visit, boolean byDepot) {
            if (byDepot && loaded) {
                violations.add("engineer " + engineer.id() + " is at the depot for the second time.");
            }
            loaded |= byDepot;
            Way way = go(visit.place(), byDepot);
            long start = begin(visit, Math.max(way.arrival(), route.begins().getOrDefault(visit.id(), 0)));
            int missing = van.take(visit, loaded);
            if (missing > 0) {
                breach(visit, "engineer " + engineer.id() + " lacks " + missing + " of the parts of visit " + visit.id() + ".");
            }
            Made stop = new Made(visit, way.arrival(), start, way.road(), byDepot, van.lacking(visit, loaded));
            judge(engineer, stop);
            if (route.begins().containsKey(visit.id())) {
                appointed.put(visit.id(), route.begins().get(visit.id()));
                if (start != route.begins().get(visit.id())) {
                    breach(visit, "visit " + visit.id() + " begins at " + start + ", but is appointed at " + route.begins().get(visit.id()) + ".");
                }
            } else {
                appointed.put(visit.id(), (int) start);
            }
            made.add(stop);
            now = stop.finish();
            at = visit.place();
        }

        void home() {
            Way home = go(engineer.to(), false);
            long back = home.arrival();
            long road = 0;
            for (int i = 0; i < made.size(); i++) {
                Made stop = made.get(i);
                road += stop.road();
                long straight = instance.day().travel().seconds(stop.visit().place(), engineer.to());
                if (road + straight > engineer.terms().limits().driving()) {
                    breach(stop.visit(), "engineer " + engineer.id() + " drives " + (road + straight) + " seconds with visit " + stop.visit().id() + ".");
                }
            }
            judgeBreak(back);
            cents += prices.of(engineer, made, home.road(), back);
        }

        private void judgeBreak(long back) {
            Terms.Pause pause = engineer.terms().pause();
            if (pause == null || route.breakAfter().isPresent() || leaves(engineer) > pause.latest() || back <= pause.latest()) {
                return;
            }
            Visit during = made.stream().filter(stop -> stop.finish() > pause.latest()).findFirst().orElse(made.getLast()).visit();
            breach(during, "engineer " + engineer.id() + " has no break.");
        }
    }

    private void drive(Engineer engineer, Solution.Route route) {
        Drive drive = new Drive(engineer, route);
        boolean byDepot = false;
        for (int id : route.visits()) {
            Visit visit = visits.get(id);
            if (id == 0 && instance.day().depot() != null && !byDepot) {
                byDepot = true;
            } else if (visit == null) {
                violations.add("engineer " + engineer.id() + " has a visit " + id + " that does not exist.");
            } else {
                times.merge(id, 1, Integer::sum);
                madeBy.put(id, engineer.id());
                drive.visit(visit, byDepot);
                byDepot = false;
            }
        }
        if (byDepot) {
            violations.add("engineer " + engineer.id() + " is at the depot after the last visit.");
        }
        if (!drive.made.isEmpty()) {
            drive.home();
        }
    }

    private static long begin(Visit visit, long arrival) {
        long ready = Math.max(arrival, visit.notBefore());
        for (Visit.Window window : visit.windows()) {
            if (ready <= window.to()) {
                return Math.max(ready, window.from());
            }
        }
        return ready;
    }

    /** A hard rule about a pinned visit may be broken: a person wanted it so. */
    private void breach(Visit visit, String sentence) {
        if (visit.pinned().isEmpty()) {
            violations.add(sentence);
        }
    }

    private void judge(Engineer engineer, Made stop) {
        Visit visit = stop.visit();
        visit.skills().forEach((skill, level) -> {
            int has = engineer.skills().getOrDefault(skill, 0);
            if (has < level) {
                breach(visit, "engineer " + engineer.id() + " has " + skill + " at level " + has + ", visit " + visit.id() + " needs " + level + ".");
            }
        });
        if (!visit.required().isEmpty() && !visit.required().contains(engineer.id()) || visit.excluded().contains(engineer.id())) {
            breach(visit, "engineer " + engineer.id() + " may not make visit " + visit.id() + ".");
        }
        if (visit.pinned().isPresent() && visit.pinned().getAsInt() != engineer.id()) {
            violations.add("visit " + visit.id() + " is pinned to engineer " + visit.pinned().getAsInt() + ".");
        }
        if (!visit.windows().isEmpty() && stop.start() > visit.windows().getLast().to()) {
            breach(visit, "visit " + visit.id() + " begins at " + stop.start() + ", its last window ends at " + visit.windows().getLast().to() + ".");
        }
        long straight = instance.day().travel().seconds(visit.place(), engineer.to());
        long latest = Math.min((long) engineer.ends() + engineer.overtime(), engineer.terms().limits().restFrom());
        if (stop.finish() + straight > latest) {
            breach(visit, "engineer " + engineer.id() + " could be back from visit " + visit.id() + " at " + (stop.finish() + straight) + ", the latest is "
                    + latest + ".");
        }
        if (straight > engineer.terms().limits().farthest()) {
            breach(visit, "visit " + visit.id() + " is " + straight + " seconds away, engineer " + engineer.id() + " goes no farther than "
                    + engineer.terms().limits().farthest() + ".");
        }
    }

    private void judge(Link link) {
        Integer first = madeBy.get(link.first());
        Integer second = madeBy.get(link.second());
        if (first == null || second == null) {
            if (first != null || second != null) {
                violations.add("of the linked visits " + link.first() + " and " + link.second() + " only one is made.");
            }
            return;
        }
        Visit judged = visits.get(link.second());
        long gap = (long) appointed.getOrDefault(link.second(), 0) - appointed.getOrDefault(link.first(), 0);
        if (link.least() != Link.ANY_TIME && gap < link.least() || link.most() != Visit.NEVER && gap > link.most()) {
            breach(judged, "visit " + link.second() + " begins " + gap + " seconds after visit " + link.first() + ", from " + link.least() + " to " + link.most()
                    + " are agreed.");
        }
        boolean same = first.equals(second);
        if (link.by() == Link.By.SAME && !same || link.by() == Link.By.ANOTHER && same) {
            breach(judged, "visits " + link.first() + " and " + link.second() + " are made by " + (same ? "one engineer." : "different engineers."));
        }
    }
}
