package org.firstfix.routing.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.firstfix.routing.plan.Engineer;
import org.firstfix.routing.plan.ServiceDay;
import org.firstfix.routing.plan.Visit;

/** Recomputes a plan of a {@link DayInstance} stop by stop, with no rule object and none of the planner's times. */
final class DayCheck {
    private final DayInstance instance;
    private final Map<Integer, Engineer> engineers = new HashMap<>();
    private final Map<Integer, Visit> visits = new HashMap<>();
    private final Map<Integer, Integer> times = new HashMap<>();
    private final List<String> violations = new ArrayList<>();
    private long cents;
    /** Seconds on the road to the visit judged last. */
    private long lastRoad;

    private DayCheck(DayInstance instance) {
        this.instance = instance;
        instance.day().engineers().forEach(engineer -> engineers.put(engineer.id(), engineer));
        instance.day().visits().forEach(visit -> visits.put(visit.id(), visit));
    }

    static Instance.Verdict check(DayInstance instance, Solution solution) {
        DayCheck check = new DayCheck(instance);
        Map<Integer, Integer> routes = new HashMap<>();
        for (Solution.Route route : solution.routes()) {
            Engineer engineer = check.engineers.get(route.vehicle());
            if (engineer == null || routes.merge(route.vehicle(), 1, Integer::sum) > 1) {
                check.violations.add("engineer " + route.vehicle() + (engineer == null ? " does not exist." : " has two routes."));
            } else {
                check.drive(engineer, route.visits());
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
        return new Instance.Verdict(check.cents / 100.0, check.violations);
    }

    private void drive(Engineer engineer, List<Integer> stops) {
        Map<String, Integer> van = new HashMap<>(engineer.stock());
        boolean loaded = false;
        long now = engineer.begins();
        int at = engineer.from();
        long road = 0;
        Visit last = null;
        for (int id : stops) {
            Visit visit = visits.get(id);
            ServiceDay.Depot depot = instance.day().depot();
            if (id == 0 && depot != null) {
                long leg = instance.day().travel().seconds(at, depot.place());
                now = Math.max(now + leg, depot.opens());
                if (now > depot.closes() || loaded) {
                    violations.add("engineer " + engineer.id() + " is at the depot at " + now + (loaded ? ", for the second time." : ", it is closed."));
                }
                now += depot.seconds();
                road += leg;
                at = depot.place();
                loaded = true;
                continue;
            }
            if (visit == null) {
                violations.add("engineer " + engineer.id() + " has a visit " + id + " that does not exist.");
                continue;
            }
            times.merge(id, 1, Integer::sum);
            long leg = instance.day().travel().seconds(at, visit.place());
            road += leg;
            now = begin(visit, now + leg);
            judge(engineer, visit, now, road, loaded, van);
            road = 0;
            now += visit.service();
            at = visit.place();
            long back = now + instance.day().travel().seconds(at, engineer.to());
            if (back > engineer.ends() + engineer.overtime()) {
                breach(visit, "engineer " + engineer.id() + " could be back from visit " + id + " at " + back + ", the latest is "
                        + (engineer.ends() + engineer.overtime()) + ".");
            }
            last = visit;
        }
        if (last != null) {
            home(engineer, last, now, road);
        }
    }

    /** The way home is added to the road to the last visit before it is priced, as one amount. */
    private void home(Engineer engineer, Visit last, long now, long depotAfterLast) {
        long way = instance.day().travel().seconds(last.place(), engineer.to()) + depotAfterLast;
        long whole = lastRoad + way;
        cents += price(whole, instance.weights().travelPerHour()) - price(lastRoad, instance.weights().travelPerHour());
        cents += price(Math.max(0, now + way - engineer.ends()), instance.weights().overtimePerHour());
    }

    private static long price(long seconds, long centsPerHour) {
        return (seconds * centsPerHour + 3599) / 3600;
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

    private void judge(Engineer engineer, Visit visit, long start, long road, boolean loaded, Map<String, Integer> van) {
        lastRoad = road;
        cents += price(road, instance.weights().travelPerHour());
        visit.skills().forEach((skill, level) -> {
            int has = engineer.skills().getOrDefault(skill, 0);
            if (has < level) {
                breach(visit, "engineer " + engineer.id() + " has " + skill + " at level " + has + ", visit " + visit.id() + " needs " + level + ".");
            }
            cents += Math.max(0, has - level) * instance.weights().surplusLevel();
        });
        if (!visit.required().isEmpty() && !visit.required().contains(engineer.id()) || visit.excluded().contains(engineer.id())) {
            breach(visit, "engineer " + engineer.id() + " may not make visit " + visit.id() + ".");
        }
        if (visit.pinned().isPresent() && visit.pinned().getAsInt() != engineer.id()) {
            violations.add("visit " + visit.id() + " is pinned to engineer " + visit.pinned().getAsInt() + ".");
        }
        if (!visit.windows().isEmpty() && start > visit.windows().getLast().to()) {
            breach(visit, "visit " + visit.id() + " begins at " + start + ", its last window ends at " + visit.windows().getLast().to() + ".");
        }
        visit.parts().forEach((part, pieces) -> {
            int left = van.getOrDefault(part, 0) - (loaded ? 0 : pieces);
            if (left < 0) {
                breach(visit, "engineer " + engineer.id() + " lacks " + -left + " of part " + part + " at visit " + visit.id() + ".");
            }
            van.put(part, Math.max(0, left));
        });
        if (start > visit.due()) {
            cents += (start - visit.due() + 59) / 60 * visit.lateCentsPerMinute();
        }
        cents += visit.preferred().isEmpty() || visit.preferred().contains(engineer.id()) ? 0 : instance.weights().notPreferred();
        cents += visit.current().isEmpty() || visit.current().getAsInt() == engineer.id() ? 0 : instance.weights().changedEngineer();
    }
}
