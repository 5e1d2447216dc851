package org.firstfix.routing.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.firstfix.routing.linked.LinkedProblem;
import org.firstfix.routing.linked.LinkedSolver;

/**
 * A file of the home care problem of Mankowska, Meisel and Bierwirth (2014) as JSON. The cost is (distance + total tardiness + worst tardiness) / 3.
 * In solutions a caregiver is known by the position in the file, from 1; the first service of the patient at position p by p, the second by p + 1000.
 *
 * @param distances of the office (0) and the patients
 * @param abilities services of each caregiver
 */
public record HhcrspInstance(double[][] distances, List<Patient> patients, List<Set<String>> abilities) implements Instance {
    static final int SECOND = 1000;
    /** Distances of the files have three decimals. */
    private static final double FINE = 1000;

    public HhcrspInstance {
        patients = List.copyOf(patients);
        abilities = List.copyOf(abilities);
    }

    /**
     * @param services needed, one or two
     * @param durations of each service
     * @param leastLag and {@code mostLag}: between the starts of the first and the second service
     */
    public record Patient(double from, double to, List<String> services, List<Double> durations, double leastLag, double mostLag) {}

    /** @throws FormatException if the text is no such file */
    public static HhcrspInstance parse(String text) {
        JsonObject root = new JsonObject("the file", Json.parse(text));
        List<Patient> patients = root.objects("patients", HhcrspInstance::patient);
        List<Set<String>> abilities = root.objects("caregivers", caregiver -> {
            Set<String> able = new TreeSet<>();
            caregiver.list("abilities").forEach(service -> able.add(String.valueOf(service)));
            return able;
        });
        List<?> rows = root.list("distances");
        if (rows.size() != patients.size() + 1 || abilities.isEmpty() || patients.size() >= SECOND) {
            throw new FormatException(patients.size() + " patients, " + abilities.size() + " caregivers and " + rows.size()
                    + " rows of distances do not fit; the office and each patient have one row.");
        }
        double[][] distances = new double[rows.size()][];
        for (int row = 0; row < distances.length; row++) {
            if (!(rows.get(row) instanceof List<?> list) || list.size() != distances.length || list.stream().anyMatch(value -> !(value instanceof Double))) {
                throw new FormatException("row " + row + " of the distances is no list of " + distances.length + " numbers.");
            }
            distances[row] = list.stream().mapToDouble(value -> (Double) value).toArray();
        }
        return new HhcrspInstance(distances, patients, abilities);
    }

    private static Patient patient(JsonObject patient) {
        List<String> services = new ArrayList<>();
        List<Double> durations = new ArrayList<>();
        patient.objects("required_caregivers", needed -> {
            services.add(String.valueOf(needed.get("service")));
            durations.add(needed.number("duration"));
            return needed;
        });
        if (services.isEmpty() || services.size() > 2) {
            throw new FormatException("patient " + patient.get("id") + " needs " + services.size() + " services; one or two can be planned.");
        }
        double[] window = numbers(patient.list("time_window"));
        double[] lag = {0, 0};
        if (services.size() == 2) {
            JsonObject link = patient.object("synchronization");
            lag = "sequential".equals(link.get("type")) ? numbers(link.list("distance")) : lag;
        }
        return new Patient(window[0], window[1], List.copyOf(services), List.copyOf(durations), lag[0], lag[1]);
    }

    private static double[] numbers(List<?> pair) {
        if (pair.size() != 2 || !(pair.get(0) instanceof Double first) || !(pair.get(1) instanceof Double second)) {
            throw new FormatException(pair + " is no pair of numbers.");
        }
        return new double[] {first, second};
    }

    @Override
    public String format() {
        return "hhcrsp";
    }

    @Override
    public List<Objective> objectives() {
        return List.of(Objective.COST);
    }

    @Override
    public Solved solve(SolveRequest request) {
        List<Integer> ids = new ArrayList<>();
        for (int patient = 0; patient < patients.size(); patient++) {
            ids.add(patient + 1);
            if (patients.get(patient).services().size() == 2) {
                ids.add(patient + 1 + SECOND);
            }
        }
        LinkedSolver.Result result = new LinkedSolver(problem(ids), FINE).solve(request.budget(), request.threads(), request.seed());
        List<Solution.Route> routes = new ArrayList<>();
        List<Integer> unassigned = new ArrayList<>(ids);
        for (int person = 0; person < result.routes().length; person++) {
            List<Integer> visits = Arrays.stream(result.routes()[person]).mapToObj(ids::get).toList();
            unassigned.removeAll(visits);
            if (!visits.isEmpty()) {
                routes.add(new Solution.Route(person + 1, visits));
            }
        }
        double cost = check(new Solution(format(), Objective.COST, Double.NaN, routes, unassigned)).cost();
        return new Solved(new Solution(format(), Objective.COST, cost, routes, unassigned), result.iterations());
    }

    private LinkedProblem problem(List<Integer> ids) {
        int count = ids.size();
        int places = distances.length;
        int[] travel = new int[places * places];
        Arrays.setAll(travel, i -> whole(distances[i / places][i % places]));
        LinkedProblem problem = new LinkedProblem(places, travel, new int[count], new int[count], new int[count], new int[count], new int[count], new int[count],
                new int[count], new boolean[count], new boolean[count][abilities.size()]);
        for (int visit = 0; visit < count; visit++) {
            int place = ids.get(visit) % SECOND;
            int number = ids.get(visit) / SECOND;
            Patient patient = patients.get(place - 1);
            problem.place()[visit] = place;
            problem.ready()[visit] = whole(patient.from());
            problem.due()[visit] = whole(patient.to());
            problem.service()[visit] = whole(patient.durations().get(number));
            problem.second()[visit] = number == 1;
            problem.partner()[visit] = patient.services().size() < 2 ? -1 : number == 1 ? visit - 1 : visit + 1;
            problem.leastLag()[visit] = whole(patient.leastLag());
            problem.mostLag()[visit] = whole(patient.mostLag());
            for (int person = 0; person < abilities.size(); person++) {
                problem.able()[visit][person] = abilities.get(person).contains(patient.services().get(number));
            }
        }
        return problem;
    }

    private static int whole(double value) {
        return (int) Math.round(value * FINE);
    }

    @Override
    public Verdict check(Solution solution) {
        return HhcrspCheck.check(this, solution);
    }
}
