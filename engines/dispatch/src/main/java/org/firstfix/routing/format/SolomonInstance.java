package org.firstfix.routing.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.firstfix.routing.vrp.TimeWindowProblem;
import org.firstfix.routing.vrp.TimeWindowSolver;

/**
 * A file of Solomon (1987) or of Gehring and Homberger (1999). Distance is Euclid truncated to one decimal, as in the DIMACS challenge of 2021; for the
 * objective {@link Objective#VEHICLES} it is Euclid in double precision.
 *
 * @param places the depot first; a place is known by its position, which is also its number in the file
 */
public record SolomonInstance(int vehicles, int capacity, List<Place> places) implements Instance {
    /** Travel times in double precision are searched as whole hundred-thousandths, rounded up: what fits there fits. */
    static final double FINE = 1e5;
    private static final double TENTHS = 10;

    public SolomonInstance {
        places = List.copyOf(places);
    }

    /** A line of the file. */
    public record Place(double x, double y, int demand, double ready, double due, double service) {}

    /** @throws FormatException if the lines are no such file */
    public static SolomonInstance parse(List<String> lines) {
        List<NumberTable.Row> rows = NumberTable.of(lines);
        NumberTable.Row fleet = rows.stream().filter(row -> row.values().length == 2).findFirst()
                .orElseThrow(() -> new FormatException("there is no line with the number of vehicles and their capacity, such as \"25 200\"."));
        List<Place> places = new ArrayList<>();
        for (NumberTable.Row row : rows) {
            if (row == fleet) {
                continue;
            }
            if (row.values().length != 7) {
                throw new FormatException("line " + row.line() + " has " + row.values().length
                        + " numbers; a customer has seven: number, x, y, demand, ready time, due date, service time.");
            }
            if (row.whole(0) != places.size()) {
                throw new FormatException("line " + row.line() + ": customer " + row.whole(0) + " where " + places.size() + " was expected.");
            }
            double[] value = row.values();
            if (value[3] < 0 || value[6] < 0 || value[4] > value[5]) {
                throw new FormatException("line " + row.line() + ": demand and service time must not be negative, ready time not after the due date.");
            }
            places.add(new Place(value[1], value[2], row.whole(3), value[4], value[5], value[6]));
        }
        if (places.size() < 2) {
            throw new FormatException("there are no customers.");
        }
        return new SolomonInstance(fleet.whole(0), fleet.whole(1), places);
    }

    @Override
    public String format() {
        return "solomon";
    }

    @Override
    public List<Objective> objectives() {
        return List.of(Objective.DISTANCE, Objective.VEHICLES);
    }

    @Override
    public Solved solve(SolveRequest request) {
        boolean fewest = request.objective() == Objective.VEHICLES;
        double scale = fewest ? FINE : TENTHS;
        TimeWindowSolver solver = new TimeWindowSolver(problem(scale, fewest), scale);
        TimeWindowSolver.Result result = solver.solve(fewest, request.budget(), request.threads(), request.seed());
        return solved(this, request.objective(), result, places.size());
    }

    /** The routes found, with the ids and the cost of the instance; for instances whose places are numbered from the depot on. */
    static Solved solved(Instance instance, Objective objective, TimeWindowSolver.Result result, int places) {
        List<Solution.Route> routes = new ArrayList<>();
        boolean[] visited = new boolean[places];
        for (int[] sequence : result.routes()) {
            List<Integer> ids = Arrays.stream(sequence).mapToObj(visit -> visit + 1).toList();
            ids.forEach(id -> visited[id] = true);
            routes.add(new Solution.Route(routes.size() + 1, ids));
        }
        List<Integer> unassigned = IntStream.range(1, places).filter(id -> !visited[id]).boxed().toList();
        double cost = instance.check(new Solution(instance.format(), objective, Double.NaN, routes, unassigned)).cost();
        return new Solved(new Solution(instance.format(), objective, cost, routes, unassigned), result.iterations());
    }

    /** As the search sees it. */
    TimeWindowProblem problem(double scale, boolean doublePrecision) {
        int count = places.size();
        int[] travel = new int[count * count];
        for (int from = 0; from < count; from++) {
            for (int to = 0; to < count; to++) {
                double distance = Math.hypot(places.get(from).x() - places.get(to).x(), places.get(from).y() - places.get(to).y()) * scale;
                // The tolerances keep distances that are whole in truth from slipping to the neighbour.
                travel[from * count + to] = (int) (doublePrecision ? Math.ceil(distance - 1e-6) : Math.floor(distance + 1e-9));
            }
        }
        return new TimeWindowProblem(vehicles, capacity, places.stream().mapToInt(Place::demand).toArray(), scaled(scale, Place::ready, true),
                scaled(scale, Place::due, false), scaled(scale, Place::service, true), travel);
    }

    private int[] scaled(double scale, ToDoubleFunction<Place> value, boolean up) {
        return places.stream().mapToDouble(value).mapToInt(number -> {
            double whole = up ? Math.ceil(number * scale - 1e-6) : Math.floor(number * scale + 1e-6);
            if (whole > 1 << 29) {
                throw new FormatException("the time " + number + " is too large: times up to " + (1 << 29) / FINE + " can be planned.");
            }
            return (int) whole;
        }).toArray();
    }

    @Override
    public Verdict check(Solution solution) {
        return SolomonCheck.check(this, solution);
    }
}
