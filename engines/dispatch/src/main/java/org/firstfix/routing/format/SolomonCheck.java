package org.firstfix.routing.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Recomputes a solution of a {@link SolomonInstance} step by step from the coordinates. */
final class SolomonCheck {
    private static final double TOLERANCE = 1e-6;

    private final SolomonInstance instance;
    private final boolean doublePrecision;
    private final List<String> violations = new ArrayList<>();
    private final int[] times;
    /** In the objective distance counted in whole tenths, so that no rounding creeps in. */
    private long tenths;
    private double distance;

    private SolomonCheck(SolomonInstance instance, boolean doublePrecision) {
        this.instance = instance;
        this.doublePrecision = doublePrecision;
        this.times = new int[instance.places().size()];
    }

    static Instance.Verdict check(SolomonInstance instance, Solution solution) {
        SolomonCheck check = new SolomonCheck(instance, solution.objective() == Objective.VEHICLES);
        if (solution.vehicles() > instance.vehicles()) {
            check.violations.add(solution.vehicles() + " routes, but only " + instance.vehicles() + " vehicles.");
        }
        solution.routes().forEach(check::drive);
        check.everybodyOnce(solution.unassigned());
        return new Instance.Verdict(check.doublePrecision ? check.distance : check.tenths / 10.0, check.violations);
    }

    private void drive(Solution.Route route) {
        List<SolomonInstance.Place> places = instance.places();
        double now = places.getFirst().ready();
        int at = 0;
        int load = 0;
        for (int id : route.visits()) {
            if (id < 1 || id >= places.size()) {
                violations.add("route " + route.vehicle() + ": there is no customer " + id + ".");
                return;
            }
            times[id]++;
            SolomonInstance.Place place = places.get(id);
            now = Math.max(now + travel(at, id), place.ready());
            if (now > place.due() + TOLERANCE) {
                violations.add("route " + route.vehicle() + ": customer " + id + " is reached at " + now + ", due " + place.due() + ".");
            }
            now += place.service();
            load += place.demand();
            at = id;
        }
        now += route.visits().isEmpty() ? 0 : travel(at, 0);
        if (now > places.getFirst().due() + TOLERANCE) {
            violations.add("route " + route.vehicle() + ": back at " + now + ", the depot closes at " + places.getFirst().due() + ".");
        }
        if (load > instance.capacity()) {
            violations.add("route " + route.vehicle() + ": load " + load + " of at most " + instance.capacity() + ".");
        }
    }

    private double travel(int from, int to) {
        double dx = instance.places().get(from).x() - instance.places().get(to).x();
        double dy = instance.places().get(from).y() - instance.places().get(to).y();
        double length = Math.sqrt(dx * dx + dy * dy);
        long whole = (long) Math.floor(length * 10 + 1e-9);
        tenths += whole;
        distance += length;
        return doublePrecision ? length : whole / 10.0;
    }

    private void everybodyOnce(List<Integer> unassigned) {
        int[] left = new int[times.length];
        unassigned.stream().filter(id -> id > 0 && id < left.length).forEach(id -> left[id]++);
        for (int id = 1; id < times.length; id++) {
            if (times[id] != 1) {
                violations.add("customer " + id + " is visited " + times[id] + " times" + (left[id] > 0 ? ", listed as unassigned." : "."));
            }
        }
        if (Arrays.stream(left).anyMatch(count -> count > 1)) {
            violations.add("a customer is listed as unassigned more than once.");
        }
    }
}
