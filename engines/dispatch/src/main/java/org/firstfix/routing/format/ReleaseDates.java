package org.firstfix.routing.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.firstfix.routing.search.Budget;
import org.firstfix.routing.technician.DayReplay;

/**
 * When the requests of a {@link TrspInstance} become known: lines {@code ID RD}, -1 for known in advance.
 *
 * @param moments by id of the request, in the units of the instance
 */
public record ReleaseDates(Map<Integer, Double> moments) {

    public ReleaseDates {
        moments = Map.copyOf(moments);
    }

    /** @throws FormatException if the file cannot be read or holds no such lines */
    public static ReleaseDates read(Path file) {
        Map<Integer, Double> moments = new HashMap<>();
        boolean heading = true;
        for (String line : Format.lines(file)) {
            if (heading) {
                heading = !line.strip().startsWith("ID");
                continue;
            }
            for (NumberTable.Row row : NumberTable.of(List.of(line))) {
                moments.put(row.whole(0), row.values()[row.values().length - 1]);
            }
        }
        if (moments.isEmpty()) {
            throw new FormatException(file + " holds no release dates: a heading \"ID RD\" and lines such as \"26 -1\" were expected.");
        }
        return new ReleaseDates(moments);
    }

    /**
     * A day as it went.
     *
     * @param solution with the cost from each first departure to the last return
     * @param firstPlan what the plan of the morning promised
     * @param iterations of all plans
     */
    public record Played(Solution solution, double firstPlan, long iterations) {}

    /**
     * Plays the day.
     *
     * @param morning budget of the first plan
     * @param perArrival budget of each later one
     * @throws FormatException if a request has no release date
     */
    public Played play(TrspInstance instance, Budget morning, Budget perArrival, DayReplay.Departure departure, long seed) {
        List<TrspInstance.Stop> requests = instance.requests();
        int[] released = new int[requests.size()];
        for (int i = 0; i < released.length; i++) {
            Double moment = moments.get(requests.get(i).id());
            if (moment == null) {
                throw new FormatException("request " + requests.get(i).id() + " has no release date. Maybe the two files belong to different instances.");
            }
            released[i] = moment < 0 ? -1 : TrspInstance.up(moment);
        }
        DayReplay.Outcome outcome = new DayReplay(instance.problem(), released, TrspInstance.FINE, morning, perArrival, departure, seed).play();
        List<Solution.Route> routes = new ArrayList<>();
        for (int i = 0; i < outcome.stops().size(); i++) {
            List<Integer> visits = outcome.stops().get(i).stream().map(stop -> stop < 0 ? instance.depot().id() : requests.get(stop).id()).toList();
            if (!visits.isEmpty()) {
                routes.add(new Solution.Route(instance.technicians().get(i).id(), visits));
            }
        }
        List<Integer> rejected = outcome.rejected().stream().map(request -> requests.get(request).id()).toList();
        Solution solution = new Solution(instance.format(), Objective.DURATION, outcome.working() / TrspInstance.FINE, routes, rejected);
        return new Played(solution, outcome.firstPlan() / TrspInstance.FINE, outcome.iterations());
    }
}
