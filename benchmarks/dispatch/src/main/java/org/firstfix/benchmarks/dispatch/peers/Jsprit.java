package org.firstfix.benchmarks.dispatch.peers;

import com.graphhopper.jsprit.core.algorithm.VehicleRoutingAlgorithm;
import com.graphhopper.jsprit.core.algorithm.box.Jsprit.Builder;
import com.graphhopper.jsprit.core.algorithm.box.Jsprit.Parameter;
import com.graphhopper.jsprit.core.problem.Location;
import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem;
import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem.FleetSize;
import com.graphhopper.jsprit.core.problem.cost.AbstractForwardVehicleRoutingTransportCosts;
import com.graphhopper.jsprit.core.problem.cost.VehicleRoutingActivityCosts;
import com.graphhopper.jsprit.core.problem.driver.Driver;
import com.graphhopper.jsprit.core.problem.job.Service;
import com.graphhopper.jsprit.core.problem.solution.VehicleRoutingProblemSolution;
import com.graphhopper.jsprit.core.problem.solution.route.VehicleRoute;
import com.graphhopper.jsprit.core.problem.solution.route.activity.TourActivity;
import com.graphhopper.jsprit.core.problem.vehicle.Vehicle;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleImpl;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleTypeImpl;
import com.graphhopper.jsprit.core.util.Solutions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;

/**
 * jsprit with its own algorithm, {@code Jsprit.Builder}, one thread and {@code FAST_REGRET}, which its maintainers recommend for larger problems. Its
 * threshold cools over the given number of iterations, so that number must fit the time: a tenth of the time measures how many iterations fit, the rest is
 * one run of as many, and another if time is left; the best solution counts.
 *
 * <p>Prices are one sum in jsprit. A cent of money counts as {@value #MONEY} units of travel, enough to come first and little enough for its threshold.
 */
public final class Jsprit implements Peer {
    private static final double MONEY = 1_000;

    @Override
    public String name() {
        return "jsprit 1.9.0-beta.11";
    }

    @Override
    public int[][] solve(RoutingTask task, CpuClock clock, long seed) {
        VehicleRoutingProblem problem = problem(task);
        List<VehicleRoutingProblemSolution> found = new ArrayList<>();
        Run run = new Run(task, problem, Integer.MAX_VALUE, () -> clock.share() > 0.1, seed);
        double perShare = run.iterations / Math.max(0.1, clock.share());
        found.add(run.best);
        // The compiler is warm by now: half as many again are expected.
        for (int next = 1; !clock.over(); next++) {
            run = new Run(task, problem, (int) Math.max(10, perShare * (1 - clock.share()) * 1.5), clock::over, seed + next);
            found.add(run.best);
        }
        VehicleRoutingProblemSolution best = found.stream().min(Comparator.comparingDouble(VehicleRoutingProblemSolution::getCost)).orElseThrow();
        return routes(task, best);
    }

    private static final class Run {
        private int iterations;
        private final VehicleRoutingProblemSolution best;

        Run(RoutingTask task, VehicleRoutingProblem problem, int most, BooleanSupplier over, long seed) {
            VehicleRoutingAlgorithm algorithm = Builder.newInstance(problem).setProperty(Parameter.THREADS, "1").setProperty(Parameter.FAST_REGRET, "true")
                    .setProperty(Parameter.ITERATIONS, String.valueOf(Math.min(most, 2_000_000)))
                    .setProperty(Parameter.VEHICLE_SWITCH, String.valueOf(!task.alike()))
                    .setRandom(new Random(seed)).setObjectiveFunction(solution -> price(task, solution)).buildAlgorithm();
            algorithm.setPrematureAlgorithmTermination(_ -> {
                iterations++;
                return over.getAsBoolean();
            });
            best = Solutions.bestOf(algorithm.searchSolutions());
        }
    }

    private static double price(RoutingTask task, VehicleRoutingProblemSolution solution) {
        RoutePrices prices = new RoutePrices(task);
        long travel = 0;
        for (VehicleRoute route : solution.getRoutes()) {
            int[] jobs = jobs(route);
            prices.set(task.alike() ? 0 : number(route), jobs, jobs.length);
            if (task.alike()) {
                travel += prices.travel();
                prices = new RoutePrices(task);
            }
        }
        int[] undone = solution.getUnassignedJobs().stream().mapToInt(job -> Integer.parseInt(job.getId())).toArray();
        if (!task.mayLeave()) {
            return travel + undone.length * 1e6;
        }
        prices.set(task.vehicles().size(), undone, undone.length);
        return prices.travel() + MONEY * prices.money();
    }

    private static int[] jobs(VehicleRoute route) {
        return route.getActivities().stream().mapToInt(activity -> Integer.parseInt(((TourActivity.JobActivity) activity).getJob().getId())).toArray();
    }

    private static int number(VehicleRoute route) {
        return Integer.parseInt(route.getVehicle().getId());
    }

    private static int[][] routes(RoutingTask task, VehicleRoutingProblemSolution best) {
        if (task.alike()) {
            return best.getRoutes().stream().map(Jsprit::jobs).toArray(int[][]::new);
        }
        int[][] routes = new int[task.vehicles().size()][0];
        best.getRoutes().forEach(route -> routes[number(route)] = jobs(route));
        return routes;
    }

    private static VehicleRoutingProblem problem(RoutingTask task) {
        VehicleRoutingProblem.Builder builder = VehicleRoutingProblem.Builder.newInstance();
        builder.setFleetSize(task.alike() ? FleetSize.INFINITE : FleetSize.FINITE).setRoutingCost(new Table(task.travel())).setActivityCosts(new Late(task));
        VehicleTypeImpl type = VehicleTypeImpl.Builder.newInstance("van").addCapacityDimension(0, task.vehicles().getFirst().capacity()).build();
        for (RoutingTask.Vehicle vehicle : task.alike() ? task.vehicles().subList(0, 1) : task.vehicles()) {
            VehicleImpl.Builder van = VehicleImpl.Builder.newInstance(String.valueOf(vehicle.number())).setType(type)
                    .setStartLocation(Location.newInstance(vehicle.from())).setEndLocation(Location.newInstance(vehicle.to()))
                    .setEarliestStart(vehicle.begins()).setLatestArrival(vehicle.ends());
            task.jobs().stream().filter(job -> task.suits()[job.number()][vehicle.number()]).flatMap(job -> job.skills().stream()).distinct()
                    .forEach(van::addSkill);
            builder.addVehicle(van.build());
        }
        for (RoutingTask.Job job : task.jobs()) {
            @SuppressWarnings("unchecked")
            Service.Builder<Service> service = Service.Builder.newInstance(String.valueOf(job.number())).setLocation(Location.newInstance(job.place()))
                    .setServiceTime(job.service()).addSizeDimension(0, job.demand()).setUserData(job);
            job.windows().forEach(window -> service.addTimeWindow(window.from(), window.to()));
            job.skills().forEach(service::addRequiredSkill);
            builder.addJob(service.build());
        }
        return builder.build();
    }

    /** The table itself is faster than jsprit's general matrix. */
    private static final class Table extends AbstractForwardVehicleRoutingTransportCosts {
        private final int[][] travel;

        Table(int[][] travel) {
            this.travel = Arrays.stream(travel).map(int[]::clone).toArray(int[][]::new);
        }

        @Override
        public double getDistance(Location from, Location to, double departure, Vehicle vehicle) {
            return travel[from.getIndex()][to.getIndex()];
        }

        @Override
        public double getTransportTime(Location from, Location to, double departure, Driver driver, Vehicle vehicle) {
            return travel[from.getIndex()][to.getIndex()];
        }

        @Override
        public double getTransportCost(Location from, Location to, double departure, Driver driver, Vehicle vehicle) {
            return travel[from.getIndex()][to.getIndex()];
        }
    }

    /** Lateness as a cost of the activity, so that insertion sees it. */
    private record Late(RoutingTask task) implements VehicleRoutingActivityCosts {
        @Override
        public double getActivityCost(TourActivity activity, double arrival, Driver driver, Vehicle vehicle) {
            if (!(activity instanceof TourActivity.JobActivity of) || !task.mayLeave()) {
                return 0;
            }
            RoutingTask.Job job = task.jobs().get(Integer.parseInt(of.getJob().getId()));
            double late = Math.max(arrival, activity.getTheoreticalEarliestOperationStartTime()) - job.due();
            return late <= 0 ? 0 : MONEY * Math.ceil(late / 60) * job.lateCentsPerMinute();
        }

        @Override
        public double getActivityDuration(TourActivity activity, double arrival, Driver driver, Vehicle vehicle) {
            return activity.getOperationTime();
        }
    }
}
