package org.firstfix.benchmarks.dispatch.peers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.firstfix.routing.format.SolomonInstance;
import org.firstfix.routing.plan.Engineer;
import org.firstfix.routing.plan.ServiceDay;
import org.firstfix.routing.plan.Visit;

/**
 * What every library can express: vehicles with a home, a shift and a capacity, jobs with windows, skills and prices. Whole numbers only.
 *
 * @param travel time at {@code [from][to]}, which is also the distance
 * @param suits whether a vehicle may make a job, at {@code [job][vehicle]}
 * @param alike whether all vehicles are the same, so that a library may treat them as one type
 * @param mayLeave whether a job may be left undone, at its price
 */
public record RoutingTask(int[][] travel, List<Vehicle> vehicles, List<Job> jobs, boolean[][] suits, boolean alike, boolean mayLeave) {

    /** @param ends latest return */
    public record Vehicle(int number, int from, int to, int begins, int ends, int capacity) {}

    /**
     * @param windows of the start of service, in order; never empty
     * @param skills in the form {@code laser-1}, {@code laser-2}, so that levels become plain names
     * @param due start of service without a penalty
     */
    public record Job(int number, int place, int demand, int service, List<Window> windows, List<String> skills, int due, long lateCentsPerMinute, long undoneCents) {
        public int latest() {
            return windows.getLast().to();
        }
    }

    public record Window(int from, int to) {}

    /** In tenths, truncated, as the file is judged. */
    public static RoutingTask of(SolomonInstance instance) {
        List<SolomonInstance.Place> places = instance.places();
        int count = places.size();
        int[][] travel = new int[count][count];
        for (int from = 0; from < count; from++) {
            for (int to = 0; to < count; to++) {
                double length = Math.hypot(places.get(from).x() - places.get(to).x(), places.get(from).y() - places.get(to).y());
                travel[from][to] = (int) Math.floor(length * 10 + 1e-9);
            }
        }
        List<Vehicle> vehicles = IntStream.range(0, instance.vehicles())
                .mapToObj(number -> new Vehicle(number, 0, 0, tenths(places.getFirst().ready()), tenths(places.getFirst().due()), instance.capacity())).toList();
        List<Job> jobs = new ArrayList<>();
        for (int place = 1; place < count; place++) {
            SolomonInstance.Place at = places.get(place);
            jobs.add(new Job(place - 1, place, at.demand(), tenths(at.service()), List.of(new Window(tenths(at.ready()), tenths(at.due()))), List.of(),
                    Visit.NEVER, 0, 0));
        }
        boolean[][] suits = new boolean[jobs.size()][vehicles.size()];
        Arrays.stream(suits).forEach(row -> Arrays.fill(row, true));
        return new RoutingTask(travel, vehicles, jobs, suits, true, false);
    }

    private static int tenths(double value) {
        return (int) Math.round(value * 10);
    }

    /** A day without parts, overtime and preferences: what is left is skills, shifts, windows, travel, lateness and work left undone. */
    public static RoutingTask of(ServiceDay day) {
        int[][] travel = new int[day.places()][day.places()];
        for (int from = 0; from < day.places(); from++) {
            for (int to = 0; to < day.places(); to++) {
                travel[from][to] = day.travel().seconds(from, to);
            }
        }
        List<Vehicle> vehicles = new ArrayList<>();
        for (Engineer engineer : day.engineers()) {
            vehicles.add(new Vehicle(vehicles.size(), engineer.from(), engineer.to(), engineer.begins(), engineer.ends(), Integer.MAX_VALUE));
        }
        int horizon = day.engineers().stream().mapToInt(Engineer::ends).max().orElse(0);
        List<Job> jobs = new ArrayList<>();
        for (Visit visit : day.visits()) {
            List<Window> windows = visit.windows().isEmpty() ? List.of(new Window(0, horizon))
                    : visit.windows().stream().map(window -> new Window(window.from(), window.to())).toList();
            List<String> skills = visit.skills().entrySet().stream().map(needed -> needed.getKey() + "-" + needed.getValue()).toList();
            jobs.add(new Job(jobs.size(), visit.place(), 0, visit.service(), windows, skills, visit.due(), visit.lateCentsPerMinute(), visit.absenceCents()));
        }
        boolean[][] suits = new boolean[jobs.size()][vehicles.size()];
        for (int job = 0; job < suits.length; job++) {
            for (int vehicle = 0; vehicle < vehicles.size(); vehicle++) {
                suits[job][vehicle] = has(day.engineers().get(vehicle).skills(), day.visits().get(job).skills());
            }
        }
        return new RoutingTask(travel, vehicles, jobs, suits, false, true);
    }

    private static boolean has(Map<String, Integer> levels, Map<String, Integer> needed) {
        return needed.entrySet().stream().allMatch(skill -> levels.getOrDefault(skill.getKey(), 0) >= skill.getValue());
    }
}
