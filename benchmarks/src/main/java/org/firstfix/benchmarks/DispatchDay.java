package org.firstfix.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.firstfix.routing.format.DayInstance;
import org.firstfix.routing.format.Instance;
import org.firstfix.routing.plan.Completion;
import org.firstfix.routing.plan.Engineer;
import org.firstfix.routing.plan.Link;
import org.firstfix.routing.plan.Objective;
import org.firstfix.routing.plan.Plan;
import org.firstfix.routing.plan.Planner;
import org.firstfix.routing.plan.Rules;
import org.firstfix.routing.plan.ServiceDay;
import org.firstfix.routing.plan.Terms;
import org.firstfix.routing.plan.Travel;
import org.firstfix.routing.plan.Visit;
import org.firstfix.routing.plan.Weights;
import org.firstfix.routing.search.Budget;

/**
 * How fast the product's planner is on a large day under all rules:
 * {@code DispatchDay [--engineers 200] [--visits 1000] [--seconds 30] [--threads 2] [--seed 1] [--questions 300] [--clock wall|cpu]}. Plans are verified by
 * their check. Times of questions are those of the thread's own work; with {@code --clock cpu} the seconds of plans are each thread's own as well, which a shared
 * machine does not distort; with more than one thread those printed are then the caller's.
 */
public final class DispatchDay {
    private static final int HOUR = 3600;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Random random;
    private final int engineers;
    private final int visits;
    private final List<Link> links = new ArrayList<>();
    private final ServiceDay day;
    private final LongSupplier clock;

    private DispatchDay(Options options) {
        clock = options.text("clock", "wall").equals("cpu") ? THREADS::getCurrentThreadCpuTime : System::nanoTime;
        random = new Random(options.number("seed", 1));
        engineers = options.number("engineers", 200);
        visits = options.number("visits", 1_000);
        day = day();
    }

    public static void main(String[] arguments) {
        Options options = new Options(arguments);
        DispatchDay bench = new DispatchDay(options);
        Planner planner = new Planner(bench.day);
        System.out.println("| what | figure |");
        System.out.println("| --- | ---: |");
        Plan plan = bench.search("plan from nothing", planner, new Plan(List.of(), bench.day.visits().stream().map(Visit::id).toList()),
                options.number("seconds", 30), options.number("threads", 2));
        bench.repair(plan, options.number("threads", 2));
        bench.ask(planner, plan, options.number("questions", 300));
    }

    private Plan search(String what, Planner planner, Plan from, int seconds, int threads) {
        long began = clock.getAsLong();
        Planner.Planned found = planner.improve(from, Budget.nanos(seconds * 1_000_000_000L, clock), threads, 1);
        double took = (clock.getAsLong() - began) / 1e9;
        Objective total = planner.ledger(found.plan()).total();
        DayInstance instance = new DayInstance(planner.day(), Weights.USUAL);
        Instance.Verdict verdict = instance.check(instance.told(found.plan()));
        System.out.printf("| %s, %d threads | %.1f s, %,d iterations, %d undone, money %,.0f, preference %,.0f, %s |%n", what, threads, took, found.iterations(),
                found.plan().unassigned().size(), total.money() / 100.0, total.preference() / 100.0,
                verdict.valid() && Math.round(verdict.cost() * 100) == total.money() + total.preference() ? "verified" : "WRONG " + verdict);
        return found.plan();
    }

    /** The first engineer with a full day falls ill. */
    private void repair(Plan plan, int threads) {
        Plan.Route ill = plan.routes().stream().max((one, other) -> one.stops().size() - other.stops().size()).orElseThrow();
        Engineer absent = day.engineers().get(day.engineerNumber(ill.engineer()));
        List<Engineer> others = new ArrayList<>(day.engineers());
        others.set(others.indexOf(absent), new Engineer(absent.id(), absent.from(), absent.to(), absent.begins(), absent.begins(), 0, absent.skills(),
                absent.stock(), absent.terms().with(Terms.Limits.NONE)));
        ServiceDay changed = new ServiceDay(day.places(), others, day.visits(), day.depot(), day.travel(), day.rules(), day.links());
        List<Plan.Route> routes = plan.routes().stream().map(route -> route == ill ? new Plan.Route(ill.engineer(), List.of(), 0) : route).toList();
        List<Integer> undone = new ArrayList<>(plan.unassigned());
        ill.stops().forEach(stop -> undone.add(stop.visit()));
        search("repair, the engineer with " + ill.stops().size() + " visits is ill", new Planner(changed), new Plan(routes, undone), 1, threads);
    }

    private void ask(Planner planner, Plan plan, int questions) {
        List<Integer> planned = new ArrayList<>();
        plan.routes().forEach(route -> route.stops().forEach(stop -> planned.add(stop.visit())));
        List<Visit.Window> windows = IntStream.range(0, 4).mapToObj(i -> new Visit.Window((9 + 2 * i) * HOUR, (11 + 2 * i) * HOUR - 1)).toList();
        tell("candidates, every engineer for one visit", questions, planned, visit -> planner.candidates(plan, visit));
        tell("insertion of a visit, with those linked to it", questions, planned, visit -> planner.insert(without(plan, visit), visit));
        tell("slots, four windows", questions, planned, visit -> planner.slots(plan, visit, windows));
    }

    private static Plan without(Plan plan, int visit) {
        List<Integer> undone = new ArrayList<>(plan.unassigned());
        undone.add(visit);
        return new Plan(plan.routes().stream().map(route -> new Plan.Route(route.engineer(),
                route.stops().stream().filter(stop -> stop.visit() != visit).toList(), route.back())).toList(), undone);
    }

    private interface Question {
        Object ask(int visit);
    }

    private void tell(String what, int questions, List<Integer> planned, Question question) {
        double[] millis = new double[questions];
        for (int i = -questions / 2; i < questions; i++) {
            int visit = planned.get(random.nextInt(planned.size()));
            long began = THREADS.getCurrentThreadCpuTime();
            question.ask(visit);
            if (i >= 0) {
                millis[i] = (THREADS.getCurrentThreadCpuTime() - began) / 1e6;
            }
        }
        Arrays.sort(millis);
        System.out.printf("| %s: median, 99th of 100, most | %.1f, %.1f, %.1f ms |%n", what, millis[questions / 2], millis[questions * 99 / 100], millis[questions - 1]);
    }

    private ServiceDay day() {
        int places = engineers + visits + 1;
        List<Travel.Point> points = IntStream.range(0, places)
                .mapToObj(i -> new Travel.Point(31 + random.nextDouble() * 0.5, 121 + random.nextDouble() * 0.6)).toList();
        List<Engineer> team = IntStream.range(0, engineers).mapToObj(this::engineer).toList();
        List<Visit> work = new ArrayList<>();
        for (int i = 0; i < visits; i++) {
            work.add(visit(i));
        }
        for (int i = 0; i + 1 < visits; i += 20) {
            link(work.get(i), work.get(i + 1));
        }
        return new ServiceDay(places, team, work, new ServiceDay.Depot(places - 1, 7 * HOUR, 17 * HOUR, 600, 2_000), table(points),
                Rules.standard(Weights.USUAL), links);
    }

    private static Travel table(List<Travel.Point> points) {
        Travel travel = Travel.greatCircle(points, 1.3, 40);
        int[][] seconds = new int[points.size()][points.size()];
        for (int from = 0; from < points.size(); from++) {
            for (int to = 0; to < points.size(); to++) {
                seconds[from][to] = travel.seconds(from, to);
            }
        }
        return Travel.table(seconds);
    }

    private Engineer engineer(int number) {
        Terms terms = Terms.PLAIN.with(new Terms.Pause(HOUR / 2, 11 * HOUR + HOUR / 2, 13 * HOUR + HOUR / 2))
                .with(new Terms.Limits(0, 19 * HOUR, 4 * HOUR, 5 * HOUR / 2)).with(new Terms.Load(random.nextInt(40) * HOUR, 36 * HOUR));
        if (random.nextInt(5) == 0) {
            terms = terms.with(new Terms.Reserve(13 * HOUR, 17 * HOUR, HOUR, 50));
        }
        if (random.nextInt(10) == 0) {
            terms = terms.with(new Terms.Contractor(4_000, 1_500, 5_000));
        }
        Map<String, Integer> skills = Map.of("skill " + random.nextInt(6), 1 + random.nextInt(3), "skill " + (6 + random.nextInt(6)), 1 + random.nextInt(3));
        Map<String, Integer> stock = new HashMap<>();
        for (int i = 0; i < 12; i++) {
            stock.put("part " + random.nextInt(40), 1 + random.nextInt(2));
        }
        return new Engineer(number + 1, number, number, 8 * HOUR, 17 * HOUR, HOUR, skills, stock, terms);
    }

    private Visit visit(int number) {
        int from = (8 + random.nextInt(8)) * HOUR;
        List<Visit.Window> windows = random.nextBoolean() ? List.of() : List.of(new Visit.Window(from, from + 2 * HOUR));
        int due = (10 + random.nextInt(8)) * HOUR;
        Visit visit = new Visit(number + 1, engineers + (number % 17 == 16 ? number - 1 : number), 900 * (2 + random.nextInt(6)), windows,
                random.nextBoolean() ? Map.of() : Map.of("skill " + random.nextInt(12), 1 + random.nextInt(2)),
                random.nextInt(5) == 0 ? Map.of("part " + random.nextInt(40), 1) : Map.of(), random.nextInt(20) == 0 ? 10 * HOUR : 0, due,
                20 + random.nextInt(200), 10_000 + random.nextInt(40_000), Set.of(), Set.of(), Set.of(), OptionalInt.empty(),
                OptionalInt.empty()).withLater(List.of(new Visit.Step(due + 2 * HOUR, 300))).withBetter(15 * HOUR);
        if (random.nextInt(3) == 0) {
            visit = visit.withChain(List.of(Set.of(1 + random.nextInt(engineers)), Set.of(1 + random.nextInt(engineers)), Set.of(1 + random.nextInt(engineers))));
        }
        return random.nextBoolean() ? visit : visit.withCompletion(new Completion(List.of(
                Completion.PartSet.of(0.4, Map.of("part " + random.nextInt(40), 1)),
                Completion.PartSet.of(0.15, Map.of("part " + random.nextInt(20), 1, "part " + (20 + random.nextInt(20)), 1)),
                Completion.PartSet.of(0.1, Map.of("part " + random.nextInt(40), 1))), 15_000));
    }

    /** A tenth of the visits are linked in pairs: crews, second visits, and work for one pair of hands. */
    private void link(Visit one, Visit other) {
        switch (random.nextInt(3)) {
            case 0 -> links.add(Link.crew(one.id(), other.id()));
            case 1 -> links.add(Link.after(one, other.id(), 0, 4 * HOUR, Link.By.ANYBODY));
            default -> links.add(Link.sameEngineer(one.id(), other.id()));
        }
    }
}
