package org.firstfix.routing.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.firstfix.routing.plan.Plan;
import org.firstfix.routing.plan.Planner;
import org.firstfix.routing.plan.Rules;
import org.firstfix.routing.plan.ServiceDay;
import org.firstfix.routing.plan.Travel;
import org.firstfix.routing.plan.Visit;
import org.firstfix.routing.plan.Weights;
import org.jspecify.annotations.Nullable;

/** Our own format, described in {@code docs/engines/dispatch-day.md}. The cost is money and preferences together, in units of currency. */
public record DayInstance(ServiceDay day, Weights weights) implements Instance {

    /** @throws FormatException if the text is no such file */
    public static DayInstance parse(String text) {
        JsonObject root = new JsonObject("the file", Json.parse(text)).only("about", "travel", "places", "depot", "weights", "engineers", "visits", "links");
        Weights weights = weights(root);
        try {
            int[] places = {0};
            Travel travel = travel(root, places);
            List<Visit> visits = root.objects("visits", DayInstance::visit);
            ServiceDay day = new ServiceDay(places[0], root.objects("engineers", DayTerms::engineer), visits, depot(root), travel, Rules.standard(weights),
                    DayTerms.links(root, visits));
            if (day.engineers().isEmpty()) {
                throw new FormatException("there are no engineers.");
            }
            return new DayInstance(day, weights);
        } catch (IllegalArgumentException e) {
            throw new FormatException(e.getMessage());
        }
    }

    private static Weights weights(JsonObject root) {
        if (!root.has("weights")) {
            return Weights.USUAL;
        }
        JsonObject weights = root.object("weights").only("travel_per_hour", "overtime_per_hour", "not_preferred", "changed_engineer", "surplus_level",
                "first_stand_in", "later_stand_in", "risk_per_minute", "site_per_stop", "unfair_per_minute");
        long notPreferred = cents(weights, "not_preferred", Weights.USUAL.notPreferred());
        return new Weights(cents(weights, "travel_per_hour", Weights.USUAL.travelPerHour()),
                cents(weights, "overtime_per_hour", Weights.USUAL.overtimePerHour()), notPreferred,
                cents(weights, "changed_engineer", Weights.USUAL.changedEngineer()), cents(weights, "surplus_level", Weights.USUAL.surplusLevel()),
                cents(weights, "first_stand_in", notPreferred / 3), cents(weights, "later_stand_in", 2 * notPreferred / 3),
                cents(weights, "risk_per_minute", Weights.USUAL.riskPerMinute()), cents(weights, "site_per_stop", Weights.USUAL.sitePerStop()),
                cents(weights, "unfair_per_minute", Weights.USUAL.unfairPerMinute()));
    }

    private static long cents(JsonObject weights, String name, long otherwise) {
        return weights.cents(name, otherwise / 100.0);
    }

    private static Travel travel(JsonObject root, int[] places) {
        JsonObject travel = root.object("travel").only("detour", "kmh", "seconds");
        if (travel.has("seconds")) {
            int[][] table = numbers(travel.list("seconds"), -1).stream().map(row -> {
                int[] seconds = new int[row.length];
                for (int i = 0; i < row.length; i++) {
                    seconds[i] = (int) Math.round(row[i]);
                    if (row[i] < 0 || row[i] > 10_000_000) {
                        throw new FormatException("travel: " + row[i] + " seconds in the table are no time.");
                    }
                }
                return seconds;
            }).toArray(int[][]::new);
            for (int[] row : table) {
                if (row.length != table.length) {
                    throw new FormatException("travel: the table of seconds has " + table.length + " rows, but a row of " + row.length + ".");
                }
            }
            places[0] = table.length;
            return Travel.table(table);
        }
        List<Travel.Point> points = numbers(root.list("places"), 2).stream().map(pair -> new Travel.Point(pair[0], pair[1])).toList();
        places[0] = points.size();
        return Travel.greatCircle(points, travel.number("detour", 1.3), travel.number("kmh", 40));
    }

    private static List<double[]> numbers(List<?> rows, int length) {
        List<double[]> numbers = new ArrayList<>();
        for (Object row : rows) {
            if (!(row instanceof List<?> list) || length >= 0 && list.size() != length || list.stream().anyMatch(value -> !(value instanceof Double))) {
                throw new FormatException("places or travel: " + row + " is no list of " + (length < 0 ? "" : length + " ") + "numbers.");
            }
            numbers.add(list.stream().mapToDouble(value -> (Double) value).toArray());
        }
        return numbers;
    }

    private static ServiceDay.@Nullable Depot depot(JsonObject root) {
        if (!root.has("depot")) {
            return null;
        }
        JsonObject depot = root.object("depot").only("place", "open", "time", "pick_up");
        int[] open = depot.span("open");
        return new ServiceDay.Depot(depot.whole("place"), open[0], open[1], depot.time("time", 0), depot.cents("pick_up", 0));
    }

    private static Visit visit(JsonObject visit) {
        visit.only("id", "name", "place", "time", "windows", "skills", "parts", "not_before", "due", "late_per_minute", "near", "later", "better_before", "undone",
                "required", "excluded", "preferred", "chain", "pinned", "current", "probable", "second_visit");
        return new Visit(visit.whole("id"), visit.whole("place"), visit.time("time"),
                visit.spans("windows").stream().map(span -> new Visit.Window(span[0], span[1])).toList(), visit.counts("skills"), visit.counts("parts"),
                visit.time("not_before", 0), visit.time("due", Visit.NEVER), visit.cents("late_per_minute", 0), visit.cents("undone", 1_000),
                visit.wholes("required"), visit.wholes("excluded"), DayTerms.chain(visit), visit.wholeIfAny("pinned"), visit.wholeIfAny("current"),
                visit.has("near") ? DayTerms.step(visit.object("near")) : Visit.Step.NONE, visit.objects("later", DayTerms::step), visit.time("better_before", Visit.NEVER), DayTerms.completion(visit));
    }

    @Override
    public String format() {
        return "json";
    }

    @Override
    public List<Objective> objectives() {
        return List.of(Objective.COST);
    }

    @Override
    public Solved solve(SolveRequest request) {
        Planner planner = new Planner(day);
        Planner.Planned planned = planner.plan(request.budget(), request.threads(), request.seed());
        return new Solved(told(planned.plan()), planned.iterations());
    }

    /** A plan of this day as it is printed and checked. */
    public Solution told(Plan plan) {
        List<Solution.Route> routes = plan.routes().stream().filter(route -> !route.stops().isEmpty()).map(this::told).toList();
        org.firstfix.routing.plan.Objective total = new Planner(day).ledger(plan).total();
        double cost = (total.money() + total.preference()) / 100.0;
        return new Solution(format(), Objective.COST, cost, routes, plan.unassigned());
    }

    private Solution.Route told(Plan.Route route) {
        List<Integer> visits = new ArrayList<>();
        Map<Integer, Integer> begins = new TreeMap<>();
        for (Plan.Stop stop : route.stops()) {
            if (stop.pickUpBefore()) {
                visits.add(0);
            }
            visits.add(stop.visit());
            if (day.links().stream().anyMatch(link -> link.first() == stop.visit() || link.second() == stop.visit())) {
                begins.put(stop.visit(), stop.start());
            }
        }
        Plan.Pause pause = route.pause();
        return new Solution.Route(route.engineer(), visits, List.of(), begins, pause == null ? OptionalInt.empty() : OptionalInt.of(pause.before()));
    }

    @Override
    public Verdict check(Solution solution) {
        return DayCheck.check(this, solution);
    }
}
