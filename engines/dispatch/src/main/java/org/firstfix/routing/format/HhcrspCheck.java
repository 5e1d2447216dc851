package org.firstfix.routing.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Recomputes a solution of a {@link HhcrspInstance}: all starts are raised, sweep by sweep, until every route and every link is kept. */
final class HhcrspCheck {
    private static final double TOLERANCE = 1e-9;

    private final HhcrspInstance instance;
    private final List<String> violations = new ArrayList<>();
    private final Map<Integer, Double> start = new HashMap<>();
    private final Map<Integer, Integer> caregiver = new HashMap<>();

    private HhcrspCheck(HhcrspInstance instance) {
        this.instance = instance;
    }

    static Instance.Verdict check(HhcrspInstance instance, Solution solution) {
        HhcrspCheck check = new HhcrspCheck(instance);
        check.attend(solution);
        if (!check.violations.isEmpty() && check.violations.stream().anyMatch(text -> text.contains("no visit"))) {
            return new Instance.Verdict(Double.NaN, check.violations);
        }
        int sweeps = 0;
        while (check.sweep(solution)) {
            if (++sweeps > 4 * check.start.size() + 10) {
                check.violations.add("the links of the visits close a circle: somebody waits for somebody who waits for him.");
                return new Instance.Verdict(Double.NaN, check.violations);
            }
        }
        return new Instance.Verdict(check.cost(solution), check.violations);
    }

    private HhcrspInstance.Patient patient(int id) {
        return instance.patients().get(id % HhcrspInstance.SECOND - 1);
    }

    private void attend(Solution solution) {
        for (Solution.Route route : solution.routes()) {
            for (int id : route.visits()) {
                int place = id % HhcrspInstance.SECOND;
                int number = id / HhcrspInstance.SECOND;
                if (place < 1 || place > instance.patients().size() || number >= patient(id).services().size() || route.vehicle() < 1
                        || route.vehicle() > instance.abilities().size()) {
                    violations.add("there is no visit " + id + " for caregiver " + route.vehicle() + ".");
                } else if (caregiver.put(id, route.vehicle()) != null) {
                    violations.add("visit " + id + " is made twice.");
                } else if (!instance.abilities().get(route.vehicle() - 1).contains(patient(id).services().get(number))) {
                    violations.add("caregiver " + route.vehicle() + " is not able to do " + patient(id).services().get(number) + " of visit " + id + ".");
                }
                start.put(id, 0.0);
            }
        }
        for (int place = 1; place <= instance.patients().size(); place++) {
            boolean linked = patient(place).services().size() == 2;
            for (int id = place; id <= place + (linked ? HhcrspInstance.SECOND : 0); id += HhcrspInstance.SECOND) {
                if (!caregiver.containsKey(id)) {
                    violations.add("visit " + id + " is not made.");
                }
            }
            if (linked && caregiver.containsKey(place) && caregiver.get(place).equals(caregiver.get(place + HhcrspInstance.SECOND))) {
                violations.add("both services of patient " + place + " are done by caregiver " + caregiver.get(place) + ".");
            }
        }
    }

    /** @return whether a start had to be raised */
    private boolean sweep(Solution solution) {
        boolean raised = false;
        for (Solution.Route route : solution.routes()) {
            double free = 0;
            int at = 0;
            for (int id : route.visits()) {
                HhcrspInstance.Patient patient = patient(id);
                double begins = Math.max(start.get(id), Math.max(free + instance.distances()[at][id % HhcrspInstance.SECOND], patient.from()));
                boolean second = id > HhcrspInstance.SECOND;
                Double partner = start.get(second ? id - HhcrspInstance.SECOND : id + HhcrspInstance.SECOND);
                if (partner != null) {
                    begins = Math.max(begins, second ? partner + patient.leastLag() : partner - patient.mostLag());
                }
                raised |= begins > start.get(id) + TOLERANCE;
                start.put(id, begins);
                free = begins + patient.durations().get(second ? 1 : 0);
                at = id % HhcrspInstance.SECOND;
            }
        }
        return raised;
    }

    private double cost(Solution solution) {
        double distance = 0;
        double total = 0;
        double worst = 0;
        for (Solution.Route route : solution.routes()) {
            int at = 0;
            for (int id : route.visits()) {
                distance += instance.distances()[at][id % HhcrspInstance.SECOND];
                at = id % HhcrspInstance.SECOND;
                double late = Math.max(0, start.get(id) - patient(id).to());
                total += late;
                worst = Math.max(worst, late);
            }
            distance += instance.distances()[at][0];
        }
        return (distance + total + worst) / 3;
    }
}
