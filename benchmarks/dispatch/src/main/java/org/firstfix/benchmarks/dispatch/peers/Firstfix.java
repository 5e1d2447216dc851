package org.firstfix.benchmarks.dispatch.peers;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.firstfix.routing.format.Instance;
import org.firstfix.routing.format.Objective;
import org.firstfix.routing.format.SolomonInstance;
import org.firstfix.routing.plan.Plan;
import org.firstfix.routing.plan.Planner;
import org.firstfix.routing.plan.ServiceDay;
import org.firstfix.routing.search.Budget;

/** Our own engine on one thread, set up as {@code ./firstfix dispatch solve} does. */
public final class Firstfix implements Peer {
    private final BiFunction<Budget, Long, int[][]> solver;

    private Firstfix(BiFunction<Budget, Long, int[][]> solver) {
        this.solver = solver;
    }

    public static Firstfix of(SolomonInstance instance) {
        return new Firstfix((budget, seed) -> {
            Instance.Solved solved = instance.solve(new Instance.SolveRequest(Objective.DISTANCE, budget, 1, seed));
            return solved.solution().routes().stream().map(route -> route.visits().stream().mapToInt(visit -> visit - 1).toArray()).toArray(int[][]::new);
        });
    }

    /** The rules are the objects of the day, not what the libraries are given. */
    public static Firstfix of(ServiceDay day) {
        return new Firstfix((budget, seed) -> {
            Map<Integer, Integer> number = new HashMap<>();
            day.visits().forEach(visit -> number.put(visit.id(), number.size()));
            Plan plan = new Planner(day).plan(budget, 1, seed).plan();
            int[][] routes = new int[day.engineers().size()][0];
            plan.routes().forEach(route -> routes[day.engineerNumber(route.engineer())] = route.stops().stream().mapToInt(stop -> number.get(stop.visit())).toArray());
            return routes;
        });
    }

    @Override
    public String name() {
        return "Firstfix 0.1.0";
    }

    @Override
    public int[][] solve(RoutingTask task, CpuClock clock, long seed) {
        return solver.apply(Budget.nanos(clock.budget(), clock::used), seed);
    }
}
