package org.firstfix.benchmarks.dispatch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.firstfix.routing.format.DayInstance;
import org.firstfix.routing.format.Instance;
import org.firstfix.routing.format.Objective;
import org.firstfix.routing.format.Solution;
import org.firstfix.routing.plan.Engineer;
import org.firstfix.routing.plan.Plan;
import org.firstfix.routing.plan.Planner;
import org.firstfix.routing.plan.Rules;
import org.firstfix.routing.plan.ServiceDay;
import org.firstfix.routing.plan.Travel;
import org.firstfix.routing.plan.Visit;
import org.firstfix.routing.plan.Weights;

/**
 * A day of service from nothing, with the rules that other libraries can express too: skills, shifts, windows, travel, lateness in money, work left undone.
 * {@code PeerDay [--day 1] [--engineers 50] [--visits 250] [--seconds 6] [--peer-seconds 60] [--peers firstfix,jsprit,timefold,optaplanner] [--at-once 1]
 * [--seed 1]}: our
 * engine has {@code seconds} of CPU, the others {@code peer-seconds}, each in a process of its own with one processor. Every plan is judged by the check of the
 * day format, and split into money and travel by our ledger.
 */
public final class PeerDay {
    private static final int HOUR = 3600;
    /** What no library can express is worth nothing. */
    private static final Weights WEIGHTS = new Weights(4_000, 0, 0, 0, 0);

    private PeerDay() {}

    public static void main(String[] arguments) {
        Options options = new Options(arguments);
        int engineers = options.number("engineers", 50);
        int visits = options.number("visits", 250);
        ServiceDay day = draw(options.number("day", 1), engineers, visits);
        System.out.printf("%d engineers, %d visits, day %d%n%n", engineers, visits, options.number("day", 1));
        System.out.println("| library | CPU s | wall s | visits made | money | travel hours | valid |\n| --- | ---: | ---: | ---: | ---: | ---: | --- |");
        try (ExecutorService processes = Executors.newFixedThreadPool(options.number("at-once", 1))) {
            for (String peer : options.text("peers", "firstfix,jsprit,timefold,optaplanner").split(",")) {
                boolean own = peer.equals("firstfix");
                processes.execute(() -> judge(day, PeerProcess.ask(peer, "--day", options.text("day", "1"), "--engineers", String.valueOf(engineers), "--visits",
                        String.valueOf(visits), "--seconds", options.text(own ? "seconds" : "peer-seconds", own ? "6" : "60"), "--seed", options.text("seed", "1"))));
            }
        }
    }

    private static synchronized void judge(ServiceDay day, PeerProcess answer) {
        List<Plan.Route> routes = new ArrayList<>();
        List<Solution.Route> told = new ArrayList<>();
        Set<Integer> left = new HashSet<>(day.visits().stream().map(Visit::id).toList());
        for (int vehicle = 0; vehicle < answer.routes().size(); vehicle++) {
            List<Integer> ids = answer.routes().get(vehicle).stream().map(job -> day.visits().get(job - 1).id()).toList();
            left.removeAll(ids);
            int engineer = day.engineers().get(vehicle).id();
            routes.add(new Plan.Route(engineer, ids.stream().map(id -> new Plan.Stop(id, 0, 0, false)).toList(), 0));
            told.add(new Solution.Route(engineer, ids));
        }
        List<Integer> unassigned = left.stream().sorted().toList();
        Instance.Verdict verdict = new DayInstance(day, WEIGHTS).check(new Solution("json", Objective.COST, Double.NaN, told, unassigned));
        var total = new Planner(day).ledger(new Plan(routes, unassigned)).total();
        boolean agree = Math.abs(verdict.cost() - (total.money() + total.preference()) / 100.0) < 0.005;
        System.out.printf(Locale.ROOT, "| %s | %.1f | %.1f | %d | %.2f | %.2f | %s |%n", answer.name(), answer.cpu(), answer.wall(), day.visits().size() - left.size(),
                total.money() / 100.0, total.preference() / (double) WEIGHTS.travelPerHour(),
                verdict.valid() ? agree ? "yes" : "yes, but check and ledger differ" : verdict.violations().getFirst());
    }

    /** The same day for the same number. About five visits for each engineer, half of them with a window, a third with a penalty for lateness. */
    static ServiceDay draw(long number, int engineers, int visits) {
        Random random = new Random(number * 104_729 + 11);
        List<String> skills = List.of("laser", "hydraulics", "software");
        double side = 0.6;
        List<Travel.Point> points = IntStream.range(0, engineers + visits)
                .mapToObj(_ -> new Travel.Point(31 + random.nextDouble() * side, 121 + random.nextDouble() * side)).toList();
        List<Engineer> team = new ArrayList<>();
        for (int i = 0; i < engineers; i++) {
            Map<String, Integer> has = new HashMap<>(Map.of(skills.get(random.nextInt(3)), 1 + random.nextInt(3)));
            has.putIfAbsent(skills.get(random.nextInt(3)), 1 + random.nextInt(2));
            int begins = (7 + random.nextInt(3)) * HOUR;
            team.add(new Engineer(i + 1, i, i, begins, begins + 9 * HOUR, 0, has, Map.of()));
        }
        List<Visit> work = new ArrayList<>();
        for (int i = 0; i < visits; i++) {
            int from = (8 + random.nextInt(7)) * HOUR;
            boolean due = random.nextInt(3) == 0;
            work.add(new Visit(1 + i, engineers + i, 900 * (2 + random.nextInt(5)), random.nextBoolean() ? List.of() : List.of(new Visit.Window(from, from + 2 * HOUR)),
                    random.nextInt(3) == 0 ? Map.of() : Map.of(skills.get(random.nextInt(3)), 1 + random.nextInt(3)), Map.of(), 0,
                    due ? (9 + random.nextInt(6)) * HOUR : Visit.NEVER, due ? 50 + random.nextInt(200) : 0, 10_000 + random.nextInt(30_000), Set.of(), Set.of(),
                    Set.of(), OptionalInt.empty(), OptionalInt.empty()));
        }
        return new ServiceDay(points.size(), team, work, null, Travel.greatCircle(points, 1.3, 40), Rules.standard(WEIGHTS));
    }
}
