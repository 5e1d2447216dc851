package org.firstfix.benchmarks.dispatch.peers;

import com.google.ortools.Loader;
import com.google.ortools.constraintsolver.Assignment;
import com.google.ortools.constraintsolver.FirstSolutionStrategy;
import com.google.ortools.constraintsolver.LocalSearchMetaheuristic;
import com.google.ortools.constraintsolver.RoutingDimension;
import com.google.ortools.constraintsolver.RoutingIndexManager;
import com.google.ortools.constraintsolver.RoutingModel;
import com.google.ortools.constraintsolver.RoutingSearchParameters;
import com.google.protobuf.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * OR-Tools, native code: a time and a capacity dimension, matrices rather than callbacks into Java, first solution {@code PARALLEL_CHEAPEST_INSERTION}, then
 * {@code GUIDED_LOCAL_SEARCH}, which its guide calls the usual choice for routing. For vehicles that are alike; days of service are not given to it.
 */
public final class OrTools implements Peer {

    @Override
    public String name() {
        return "OR-Tools 9.15.6755";
    }

    @Override
    public int[][] solve(RoutingTask task, CpuClock clock, long seed) {
        if (!task.alike()) {
            throw new IllegalArgumentException("OR-Tools is set up for vehicles that are alike.");
        }
        Loader.loadNativeLibraries();
        int places = task.travel().length;
        RoutingIndexManager manager = new RoutingIndexManager(places, task.vehicles().size(), 0);
        RoutingModel model = new RoutingModel(manager);
        model.setArcCostEvaluatorOfAllVehicles(model.registerTransitMatrix(matrix(task, false)));
        addTime(task, manager, model);
        addCapacity(task, model);
        RoutingSearchParameters parameters = com.google.ortools.constraintsolver.main.defaultRoutingSearchParameters().toBuilder()
                .setFirstSolutionStrategy(FirstSolutionStrategy.Value.PARALLEL_CHEAPEST_INSERTION)
                .setLocalSearchMetaheuristic(LocalSearchMetaheuristic.Value.GUIDED_LOCAL_SEARCH)
                .setTimeLimit(Duration.newBuilder().setSeconds(36_000)).build();
        clock.atEnd(model::CancelSearch);
        Assignment best = model.solveWithParameters(parameters);
        return best == null ? new int[0][] : routes(task, manager, model, best);
    }

    /** Travel, with the service at the place left where it counts as time. */
    private static long[][] matrix(RoutingTask task, boolean withService) {
        int places = task.travel().length;
        long[][] matrix = new long[places][places];
        for (int from = 0; from < places; from++) {
            for (int to = 0; to < places; to++) {
                matrix[from][to] = task.travel()[from][to] + (withService && from > 0 ? task.jobs().get(from - 1).service() : 0);
            }
        }
        return matrix;
    }

    private static void addTime(RoutingTask task, RoutingIndexManager manager, RoutingModel model) {
        int horizon = task.vehicles().getFirst().ends();
        model.addDimension(model.registerTransitMatrix(matrix(task, true)), horizon, horizon, false, "time");
        RoutingDimension time = model.getMutableDimension("time");
        for (RoutingTask.Job job : task.jobs()) {
            time.cumulVar(manager.nodeToIndex(job.place())).setRange(job.windows().getFirst().from(), job.latest());
        }
        for (RoutingTask.Vehicle vehicle : task.vehicles()) {
            time.cumulVar(model.start(vehicle.number())).setRange(vehicle.begins(), vehicle.ends());
            time.cumulVar(model.end(vehicle.number())).setRange(vehicle.begins(), vehicle.ends());
        }
    }

    private static void addCapacity(RoutingTask task, RoutingModel model) {
        long[] demands = new long[task.travel().length];
        task.jobs().forEach(job -> demands[job.place()] = job.demand());
        model.addDimension(model.registerUnaryTransitVector(demands), 0, task.vehicles().getFirst().capacity(), true, "load");
    }

    private static int[][] routes(RoutingTask task, RoutingIndexManager manager, RoutingModel model, Assignment best) {
        int[][] routes = new int[task.vehicles().size()][];
        for (int vehicle = 0; vehicle < routes.length; vehicle++) {
            List<Integer> jobs = new ArrayList<>();
            for (long index = best.value(model.nextVar(model.start(vehicle))); !model.isEnd(index); index = best.value(model.nextVar(index))) {
                jobs.add(manager.indexToNode(index) - 1);
            }
            routes[vehicle] = jobs.stream().mapToInt(Integer::intValue).toArray();
        }
        return routes;
    }
}
