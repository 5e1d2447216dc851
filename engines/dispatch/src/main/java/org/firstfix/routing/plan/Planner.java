package org.firstfix.routing.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.firstfix.routing.search.Budget;
import org.firstfix.routing.search.InsertionOrder;
import org.firstfix.routing.search.Search;
import org.firstfix.routing.search.SearchSettings;
import org.firstfix.routing.search.Team;

/**
 * Plans a day, says what each visit costs and why, and who else could go. An object may be kept for the day; it belongs to one thread at a time.
 *
 * <p>A day that is under way is planned as what is left of it: each engineer begins where and when he will be free.
 */
public final class Planner {
    /** Cents: a detour of an hour is tried in the beginning, one of half a minute in the end. */
    private static final SearchSettings SETTINGS = new SearchSettings(8, 8, 0.5, 0.01, 3_000, 40);

    private final ServiceDay day;
    private final RouteTimes times;
    private final Map<Integer, Integer> visitNumber = new HashMap<>();

    /** @throws IllegalArgumentException if the day has no engineers */
    public Planner(ServiceDay day) {
        if (day.engineers().isEmpty()) {
            throw new IllegalArgumentException("there is nobody to plan: the day has no engineers.");
        }
        this.day = day;
        this.times = new RouteTimes(day);
        for (int visit = 0; visit < day.visits().size(); visit++) {
            visitNumber.put(day.visits().get(visit).id(), visit);
        }
    }

    /** For the same day with other windows: the travel times need not be asked again. */
    private Planner(Planner other, ServiceDay otherWindows) {
        day = otherWindows;
        times = other.times.of(otherWindows);
        visitNumber.putAll(other.visitNumber);
    }

    private int number(int visit) {
        Integer number = visitNumber.get(visit);
        if (number == null) {
            throw new IllegalArgumentException("there is no visit " + visit + ".");
        }
        return number;
    }

    /** A plan and how long it was searched. */
    public record Planned(Plan plan, long iterations) {}

    /** A plan from nothing. */
    public Planned plan(Budget budget, int threads, long seed) {
        return improve(new Plan(List.of(), day.visits().stream().map(Visit::id).toList()), budget, threads, seed);
    }

    /**
     * A better plan, which also holds the visits that were unassigned where it can.
     *
     * @throws IllegalArgumentException if the plan names an engineer or visit that the day does not have
     */
    public Planned improve(Plan plan, Budget budget, int threads, long seed) {
        if (day.visits().isEmpty()) {
            return new Planned(plan, 0);
        }
        long began = budget.clock().getAsLong();
        // Each thread has a state of its own: what a state remembers is not shared between threads.
        Team team = new Team(each -> new Search(routesOf(plan), neighbours(), orders(), SETTINGS, each), threads, seed);
        team.anneal(budget.since(began));
        return new Planned(told(((PlanRoutes) team.best()).sequences()), team.iterations());
    }

    private PlanRoutes routesOf(Plan plan) {
        PlanRoutes routes = new PlanRoutes(day);
        for (Plan.Route route : plan.routes()) {
            routes.fill(day.engineerNumber(route.engineer()), numbers(route));
        }
        return routes;
    }

    private Plan told(int[][] sequences) {
        List<Plan.Route> routes = new ArrayList<>();
        List<Integer> unassigned = new ArrayList<>(day.visits().stream().map(Visit::id).toList());
        for (int engineer = 0; engineer < sequences.length; engineer++) {
            drive(engineer, sequences[engineer]);
            List<Plan.Stop> stops = new ArrayList<>();
            for (int i = 0; i < times.length(); i++) {
                stops.add(new Plan.Stop(times.visit(i).id(), times.start(i), times.finish(i), times.pickUpBefore(i)));
                unassigned.remove((Integer) times.visit(i).id());
            }
            routes.add(new Plan.Route(day.engineers().get(engineer).id(), stops, times.back()));
        }
        return new Plan(routes, unassigned);
    }

    private void drive(int engineer, int[] visits) {
        times.of(engineer);
        for (int visit : visits) {
            times.add(visit);
        }
        times.drive();
    }

    private int[] numbers(Plan.Route route) {
        return route.stops().stream().mapToInt(stop -> number(stop.visit())).toArray();
    }

    /** Where the cost of a plan comes from. */
    public Ledger ledger(Plan plan) {
        List<Contribution> entries = new ArrayList<>();
        for (Plan.Route route : plan.routes()) {
            drive(day.engineerNumber(route.engineer()), numbers(route));
            entries.addAll(contributions());
        }
        for (int id : plan.unassigned()) {
            entries.add(new Contribution(id, Ledger.LEFT_UNDONE, Level.MONEY, Math.max(1, day.visits().get(number(id)).absenceCents())));
        }
        return new Ledger(entries);
    }

    /** Of the route driven last. */
    private List<Contribution> contributions() {
        List<Contribution> entries = new ArrayList<>();
        for (int position = 0; position < times.length(); position++) {
            for (Rule rule : day.rules()) {
                long amount = rule.amount(times, position);
                if (amount != 0) {
                    entries.add(new Contribution(times.visit(position).id(), rule.id(), rule.level(), amount));
                }
            }
        }
        return entries;
    }

    /**
     * Every engineer for one visit, the best first; who cannot go comes last, with the rules in the way and by how much.
     *
     * @param plan the visit may be part of it, and is then thought away first
     */
    public List<Candidate> candidates(Plan plan, int visit) {
        int number = number(visit);
        Map<Integer, int[]> routes = new TreeMap<>();
        for (Plan.Route route : plan.routes()) {
            routes.put(day.engineerNumber(route.engineer()), Arrays.stream(numbers(route)).filter(other -> other != number).toArray());
        }
        List<Candidate> candidates = new ArrayList<>();
        for (int engineer = 0; engineer < day.engineers().size(); engineer++) {
            candidates.add(candidate(engineer, routes.getOrDefault(engineer, new int[0]), number));
        }
        candidates.sort(Comparator.comparing(Candidate::added).thenComparingInt(Candidate::engineer));
        return candidates;
    }

    private Candidate candidate(int engineer, int[] sequence, int visit) {
        drive(engineer, sequence);
        Objective old = new Ledger(contributions()).total();
        Objective least = new Objective(Long.MAX_VALUE, 0, 0);
        int best = 0;
        for (int position = 0; position <= sequence.length; position++) {
            drive(engineer, with(sequence, visit, position));
            Objective added = total().minus(old);
            if (added.compareTo(least) < 0) {
                least = added;
                best = position;
            }
        }
        drive(engineer, with(sequence, visit, best));
        List<Contribution> all = contributions();
        int id = day.visits().get(visit).id();
        return new Candidate(day.engineers().get(engineer).id(), best, times.start(best), least,
                all.stream().filter(entry -> entry.visit() == id && entry.level() != Level.HARD).toList(),
                least.hard() <= 0 ? List.of() : all.stream().filter(entry -> entry.level() == Level.HARD).toList());
    }

    private Objective total() {
        long hard = 0;
        long money = 0;
        long preference = 0;
        for (int position = 0; position < times.length(); position++) {
            for (Rule rule : day.rules()) {
                long amount = rule.amount(times, position);
                switch (rule.level()) {
                    case HARD -> hard += amount;
                    case MONEY -> money += amount;
                    case PREFERENCE -> preference += amount;
                }
            }
        }
        return new Objective(hard, money, preference);
    }

    private static int[] with(int[] sequence, int visit, int position) {
        int[] longer = new int[sequence.length + 1];
        System.arraycopy(sequence, 0, longer, 0, position);
        longer[position] = visit;
        System.arraycopy(sequence, position, longer, position + 1, sequence.length - position);
        return longer;
    }

    /**
     * Windows that can be offered to a customer, each with the best engineer for it, cheapest first. Windows nobody can keep are left out.
     *
     * @param plan in which the visit has no place yet
     */
    public List<Slot> slots(Plan plan, int visit, List<Visit.Window> windows) {
        List<Slot> slots = new ArrayList<>();
        int number = number(visit);
        for (Visit.Window window : windows) {
            List<Visit> visits = new ArrayList<>(day.visits());
            Visit asked = visits.get(number);
            visits.set(number, new Visit(asked.id(), asked.place(), asked.service(), List.of(window), asked.skills(), asked.parts(), asked.notBefore(),
                    asked.due(), asked.lateCentsPerMinute(), asked.absenceCents(), asked.required(), asked.excluded(), asked.preferred(), asked.pinned(),
                    asked.current()));
            ServiceDay changed = new ServiceDay(day.places(), day.engineers(), visits, day.depot(), day.travel(), day.rules());
            Candidate best = new Planner(this, changed).candidates(plan, visit).getFirst();
            if (best.possible()) {
                slots.add(new Slot(window, best));
            }
        }
        slots.sort(Comparator.comparing((Slot slot) -> slot.best().added()).thenComparingInt(slot -> slot.window().from()));
        return slots;
    }

    /** A window and the engineer who would keep it. */
    public record Slot(Visit.Window window, Candidate best) {}

    private int[][] neighbours() {
        int count = day.visits().size();
        return IntStream.range(0, count).mapToObj(of -> IntStream.range(0, count).boxed()
                .sorted(Comparator.<Integer>comparingInt(other -> other == of ? -1 : travel(of, other)).thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue).toArray()).toArray(int[][]::new);
    }

    private int travel(int from, int to) {
        return times.travel(day.visits().get(from).place(), day.visits().get(to).place());
    }

    private List<InsertionOrder> orders() {
        return List.of(InsertionOrder.random(4),
                new InsertionOrder(4, key(visit -> -day.visits().get(visit).absenceCents())),
                new InsertionOrder(2, key(visit -> day.visits().get(visit).due())),
                new InsertionOrder(2, key(visit -> latestEnd(day.visits().get(visit)))),
                new InsertionOrder(1, key(visit -> -day.visits().get(visit).service())));
    }

    private static long latestEnd(Visit visit) {
        return visit.windows().isEmpty() ? Long.MAX_VALUE : visit.windows().getLast().to();
    }

    private long[] key(IntToLongFunction of) {
        long[] key = new long[day.visits().size()];
        Arrays.setAll(key, of::applyAsLong);
        return key;
    }
}
