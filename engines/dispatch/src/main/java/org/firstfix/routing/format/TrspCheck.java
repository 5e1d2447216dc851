package org.firstfix.routing.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Recomputes a solution of a {@link TrspInstance} stop by stop, in double precision. */
final class TrspCheck {
    private static final double TOLERANCE = 1e-6;

    private final TrspInstance instance;
    private final Map<Integer, TrspInstance.Stop> requests = new HashMap<>();
    private final Map<Integer, TrspInstance.Stop> technicians = new HashMap<>();
    private final List<String> violations = new ArrayList<>();
    private final Map<Integer, Integer> times = new HashMap<>();

    private TrspCheck(TrspInstance instance) {
        this.instance = instance;
        instance.requests().forEach(request -> requests.put(request.id(), request));
        instance.technicians().forEach(technician -> technicians.put(technician.id(), technician));
    }

    static Instance.Verdict check(TrspInstance instance, Solution solution) {
        TrspCheck check = new TrspCheck(instance);
        Set<Integer> seen = new HashSet<>();
        double cost = 0;
        for (Solution.Route route : solution.routes()) {
            TrspInstance.Stop technician = check.technicians.get(route.vehicle());
            if (technician == null || !seen.add(route.vehicle())) {
                check.violations.add("technician " + route.vehicle() + (technician == null ? " does not exist." : " has two routes."));
            } else if (!route.visits().isEmpty()) {
                check.equipment(technician, route.visits());
                cost += check.duration(technician, route.visits());
            }
        }
        for (TrspInstance.Stop request : instance.requests()) {
            int visited = check.times.getOrDefault(request.id(), 0);
            if (visited + (solution.unassigned().contains(request.id()) ? 1 : 0) != 1) {
                check.violations.add("request " + request.id() + " is visited " + visited + " times.");
            }
        }
        return new Instance.Verdict(cost, check.violations);
    }

    private void equipment(TrspInstance.Stop technician, List<Integer> visits) {
        int[] stock = technician.parts().stream().mapToInt(Integer::intValue).toArray();
        Set<Integer> tools = new HashSet<>(technician.tools());
        boolean pickedUp = false;
        for (int id : visits) {
            TrspInstance.Stop request = requests.get(id);
            if (id == instance.depot().id()) {
                if (pickedUp) {
                    violations.add("technician " + technician.id() + " visits the depot twice.");
                }
                pickedUp = true;
                continue;
            }
            if (request == null) {
                violations.add("there is no request " + id + ".");
                continue;
            }
            times.merge(id, 1, Integer::sum);
            if (!technician.skills().containsAll(request.skills())) {
                violations.add("technician " + technician.id() + " lacks a skill of request " + id + ": " + request.skills() + ".");
            }
            if (!pickedUp && !tools.containsAll(request.tools())) {
                violations.add("technician " + technician.id() + " lacks a tool of request " + id + ": " + request.tools() + ".");
            }
            for (int kind = 0; kind < stock.length; kind++) {
                stock[kind] -= pickedUp ? 0 : request.parts().get(kind);
            }
            if (Arrays.stream(stock).anyMatch(left -> left < 0)) {
                violations.add("technician " + technician.id() + " has too few parts at request " + id + ": " + Arrays.toString(stock) + ".");
            }
        }
    }

    /** Drives twice: once as early as possible, to know the return, and then backwards from it, to leave as late as possible. */
    private double duration(TrspInstance.Stop technician, List<Integer> visits) {
        List<TrspInstance.Stop> stops = new ArrayList<>();
        for (int id : visits) {
            TrspInstance.Stop stop = id == instance.depot().id() ? instance.depot() : requests.get(id);
            if (stop != null) {
                stops.add(stop);
            }
        }
        double now = technician.ready();
        TrspInstance.Stop at = technician;
        for (TrspInstance.Stop stop : stops) {
            now = Math.max(now + travel(at, stop), stop.ready());
            if (now > stop.due() + TOLERANCE) {
                violations.add("technician " + technician.id() + " begins request " + stop.id() + " at " + now + ", due " + stop.due() + ".");
            }
            now += stop.service();
            at = stop;
        }
        double back = now + travel(at, technician);
        if (back > technician.due() + TOLERANCE) {
            violations.add("technician " + technician.id() + " is back at " + back + ", the day ends at " + technician.due() + ".");
        }
        double departure = back;
        TrspInstance.Stop next = technician;
        for (TrspInstance.Stop stop : stops.reversed()) {
            departure = Math.min(departure - travel(stop, next) - stop.service(), stop.due());
            next = stop;
        }
        return back - (departure - travel(technician, next));
    }

    private static double travel(TrspInstance.Stop from, TrspInstance.Stop to) {
        double dx = from.x() - to.x();
        double dy = from.y() - to.y();
        return Math.sqrt(dx * dx + dy * dy);
    }
}
