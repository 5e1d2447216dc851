package org.firstfix.routing.format;

import java.util.ArrayList;
import java.util.List;
import org.firstfix.routing.pair.PairProblem;
import org.firstfix.routing.pair.PairSolver;

/**
 * A file of Li and Lim (2003): pick-ups and deliveries under time windows. Distance is Euclid in double precision; usually the fewest vehicles count first.
 *
 * @param stops the depot and the places as in {@link SolomonInstance}; the demand of a delivery is negative
 * @param partner of each place by its number, 0 for the depot
 */
public record PdptwInstance(SolomonInstance stops, List<Integer> partner) implements Instance {

    public PdptwInstance {
        partner = List.copyOf(partner);
    }

    /** @throws FormatException if the lines are no such file */
    public static PdptwInstance parse(List<String> lines) {
        List<NumberTable.Row> rows = NumberTable.of(lines);
        if (rows.size() < 2 || rows.getFirst().values().length != 3) {
            throw new FormatException("the first line must hold the number of vehicles, their capacity and speed, such as \"25 200 1\".");
        }
        List<SolomonInstance.Place> places = new ArrayList<>();
        List<Integer> partner = new ArrayList<>();
        for (NumberTable.Row row : rows.subList(1, rows.size())) {
            if (row.values().length != 9 || row.whole(0) != places.size()) {
                throw new FormatException("line " + row.line() + ": nine numbers with task " + places.size()
                        + " first were expected: task, x, y, demand, earliest, latest, service, pick-up, delivery.");
            }
            double[] value = row.values();
            places.add(new SolomonInstance.Place(value[1], value[2], row.whole(3), value[4], value[5], value[6]));
            partner.add(row.whole(7) + row.whole(8));
        }
        for (int place = 1; place < places.size(); place++) {
            int other = partner.get(place);
            if (other < 1 || other >= places.size() || partner.get(other) != place || places.get(place).demand() + places.get(other).demand() != 0
                    || places.get(place).demand() == 0) {
                throw new FormatException("task " + place + " and its partner " + other + " are no pick-up and delivery of the same amount.");
            }
        }
        return new PdptwInstance(new SolomonInstance(rows.getFirst().whole(0), rows.getFirst().whole(1), places), partner);
    }

    @Override
    public String format() {
        return "pdptw";
    }

    @Override
    public List<Objective> objectives() {
        return List.of(Objective.VEHICLES, Objective.DISTANCE);
    }

    @Override
    public Solved solve(SolveRequest request) {
        int[] partners = partner.stream().skip(1).mapToInt(other -> other - 1).toArray();
        PairSolver solver = new PairSolver(new PairProblem(stops.problem(SolomonInstance.FINE, true), partners), SolomonInstance.FINE);
        boolean fewest = request.objective() == Objective.VEHICLES;
        return SolomonInstance.solved(this, request.objective(), solver.solve(fewest, request.budget(), request.threads(), request.seed()),
                stops.places().size());
    }

    @Override
    public Verdict check(Solution solution) {
        // Load and windows are those of the simpler problem, in double precision; what is new is the order of the two.
        Verdict windows = stops.check(new Solution(format(), Objective.VEHICLES, solution.cost(), solution.routes(), solution.unassigned()));
        List<String> violations = new ArrayList<>(windows.violations());
        for (Solution.Route route : solution.routes()) {
            int load = 0;
            for (int id : route.visits()) {
                if (id < 1 || id >= partner.size()) {
                    continue;
                }
                int demand = stops.places().get(id).demand();
                load += demand;
                if (load > stops.capacity()) {
                    violations.add("route " + route.vehicle() + ": load " + load + " after task " + id + ", at most " + stops.capacity() + ".");
                }
                int mate = route.visits().indexOf(partner.get(id));
                if (mate < 0 || demand > 0 && mate < route.visits().indexOf(id)) {
                    violations.add("route " + route.vehicle() + ": task " + id + " and its partner " + partner.get(id) + " are not in order in one route.");
                }
            }
        }
        return new Verdict(windows.cost(), violations);
    }
}
