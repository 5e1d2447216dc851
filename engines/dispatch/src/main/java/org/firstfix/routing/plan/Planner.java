package org.firstfix.routing.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.firstfix.routing.search.Blinks;
import org.firstfix.routing.search.Budget;
import org.firstfix.routing.search.FastRandom;
import org.firstfix.routing.search.InsertionOrder;
import org.firstfix.routing.search.Routes;
import org.firstfix.routing.search.Search;
import org.firstfix.routing.search.SearchSettings;
import org.firstfix.routing.search.Team;
import org.jspecify.annotations.Nullable;

/**
 * Plans a day, says what each visit costs and why, and who else could go. An object may be kept for the day; it belongs to one thread at a time.
 *
 * <p>A day that is under way is planned as what is left of it: each engineer begins where and when he will be free.
 */
public final class Planner {
    /** Cents: a detour of an hour is tried in the beginning, one of half a minute in the end. */
    private static final SearchSettings SETTINGS = new SearchSettings(8, 8, 0.5, 0.01, 3_000, 40);

    private static final Comparator<Candidate> BEST_FIRST = Comparator.comparing(Candidate::added).thenComparingInt(Candidate::engineer);

    private final ServiceDay day;
    private final RouteTimes times;
    private final Slack slack;
    private final List<Rule> hardRules;
    private final List<Rule> softRules;
    private final Map<Integer, Integer> visitNumber = new HashMap<>();
    private final Map<Integer, Integer> engineerNumber = new HashMap<>();
    /** What insertion begins with, once it was asked for. */
    private @Nullable PlanRoutes blank;

    /** @throws IllegalArgumentException if the day has no engineers */
    public Planner(ServiceDay day) {
        if (day.engineers().isEmpty()) {
            throw new IllegalArgumentException("there is nobody to plan: the day has no engineers.");
        }
        this.day = day;
        this.times = new RouteTimes(day);
        slack = new Slack(day, times);
        hardRules = day.rules().stream().filter(rule -> rule.level() == Level.HARD).toList();
        softRules = day.rules().stream().filter(rule -> rule.level() != Level.HARD).toList();
        for (int visit = 0; visit < day.visits().size(); visit++) {
            visitNumber.put(day.visits().get(visit).id(), visit);
        }
        for (int engineer = 0; engineer < day.engineers().size(); engineer++) {
            engineerNumber.put(day.engineers().get(engineer).id(), engineer);
        }
    }

    /** For the same day with other windows: the travel times need not be asked again. */
    private Planner(Planner other, ServiceDay otherWindows) {
        day = otherWindows;
        times = other.times.of(otherWindows);
        slack = new Slack(day, times);
        hardRules = other.hardRules;
        softRules = other.softRules;
        visitNumber.putAll(other.visitNumber);
        engineerNumber.putAll(other.engineerNumber);
    }

    public ServiceDay day() {
        return day;
    }

    private int number(int visit) {
        Integer number = visitNumber.get(visit);
        if (number == null) {
            throw new IllegalArgumentException("there is no visit " + visit + ".");
        }
        return number;
    }

    private int numberOf(Plan.Route route) {
        Integer number = engineerNumber.get(route.engineer());
        if (number == null) {
            throw new IllegalArgumentException("there is no engineer " + route.engineer() + ".");
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
        Team team = new Team(each -> new Search(routesOf(plan, new PlanRoutes(day)), neighbours(), orders(), SETTINGS, each), threads, seed);
        team.anneal(budget.since(began));
        return new Planned(told((PlanRoutes) team.best()), team.iterations());
    }

    /**
     * Puts a visit that nobody makes where it costs least, together with those it is linked to. Everything else stays as it is.
     *
     * @return nothing if it has no place, or costs more than leaving it undone
     */
    public Optional<Plan> insert(Plan plan, int visit) {
        int number = number(visit);
        if (blank == null) {
            blank = new PlanRoutes(day);
        }
        PlanRoutes routes = routesOf(plan, (PlanRoutes) blank.blank());
        int asked = times.links().has(number) ? times.links().group(number)[0] : number;
        Blinks never = new Blinks(new FastRandom(0), 0);
        if (routes.routeOf[asked] != Routes.ABSENT || !routes.findPlace(asked, never) || routes.placeCost() >= routes.absencePrice(asked)) {
            return Optional.empty();
        }
        routes.insertAtPlace(asked);
        return Optional.of(told(routes));
    }

    private PlanRoutes routesOf(Plan plan, PlanRoutes routes) {
        appoint(routes.appointments(), plan, Appointments.NOBODY);
        for (Plan.Route route : plan.routes()) {
            routes.fill(numberOf(route), numbers(route));
        }
        routes.takeOutBrokenUnits();
        return routes;
    }

    /** Linked visits keep the begin they have in the plan. */
    private void appoint(Appointments appointments, Plan plan, int without) {
        if (!times.links().any()) {
            return;
        }
        appointments.clear();
        for (Plan.Route route : plan.routes()) {
            int engineer = numberOf(route);
            for (Plan.Stop stop : route.stops()) {
                int visit = number(stop.visit());
                if (visit != without) {
                    appointments.keep(visit, stop.start(), engineer);
                }
            }
        }
    }

    private Plan told(PlanRoutes found) {
        int[][] sequences = found.sequences();
        times.appointments().copyFrom(found.appointments());
        List<Plan.Route> routes = new ArrayList<>();
        List<Integer> unassigned = new ArrayList<>(day.visits().stream().map(Visit::id).toList());
        for (int engineer = 0; engineer < sequences.length; engineer++) {
            Plan.Route route = driven(engineer, sequences[engineer]);
            route.stops().forEach(stop -> unassigned.remove((Integer) stop.visit()));
            routes.add(route);
        }
        return new Plan(routes, unassigned);
    }

    /** The same plan with the times that follow from the order of its stops, its pick-ups and breaks among them. */
    public Plan timed(Plan plan) {
        appoint(times.appointments(), plan, Appointments.NOBODY);
        return new Plan(plan.routes().stream().map(route -> driven(numberOf(route), numbers(route))).toList(), plan.unassigned());
    }

    private Plan.Route driven(int engineer, int[] visits) {
        drive(engineer, visits);
        List<Plan.Stop> stops = new ArrayList<>();
        for (int i = 0; i < times.length(); i++) {
            // Who is late for an appointment has it all the same: those linked to the visit rely on it.
            int start = times.links().has(times.number(i)) ? times.appointments().from[times.number(i)] : times.start(i);
            stops.add(new Plan.Stop(times.visit(i).id(), start, times.finish(i), times.pickUpBefore(i)));
        }
        return new Plan.Route(day.engineers().get(engineer).id(), stops, times.back(), times.pause(), times.pickUp());
    }

    private void drive(int engineer, int[] visits) {
        enter(engineer, visits);
        times.drive();
    }

    private void enter(int engineer, int[] visits) {
        times.of(engineer);
        for (int visit : visits) {
            times.add(visit);
        }
    }

    private int[] numbers(Plan.Route route) {
        return route.stops().stream().mapToInt(stop -> number(stop.visit())).toArray();
    }

    /** Where the cost of a plan comes from. */
    public Ledger ledger(Plan plan) {
        List<Contribution> entries = new ArrayList<>();
        appoint(times.appointments(), plan, Appointments.NOBODY);
        for (Plan.Route route : plan.routes()) {
            drive(numberOf(route), numbers(route));
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
            contribute(position, entries, day.rules());
        }
        return entries;
    }

    private void contribute(int position, List<Contribution> entries, List<Rule> rules) {
        for (Rule rule : rules) {
            long amount = rule.amount(times, position);
            if (amount != 0) {
                entries.add(new Contribution(times.visit(position).id(), rule.id(), rule.level(), amount));
            }
        }
    }

    /**
     * Every engineer for one visit, the best first; who cannot go comes last, with the rules in the way and by how much. For an open seat of a crew
     * these are the engineers who can join those who have theirs.
     *
     * @param plan the visit may be part of it, and is then thought away first
     */
    public List<Candidate> candidates(Plan plan, int visit) {
        int number = number(visit);
        Map<Integer, int[]> routes = routesWithout(plan, number);
        List<Candidate> candidates = new ArrayList<>();
        for (int engineer = 0; engineer < day.engineers().size(); engineer++) {
            candidates.add(candidate(engineer, routes.getOrDefault(engineer, new int[0]), number));
        }
        candidates.sort(BEST_FIRST);
        return candidates;
    }

    /** The best of those whom no rule about the engineer alone rules out. */
    private Optional<Candidate> bestCandidate(Plan plan, int visit) {
        Map<Integer, int[]> routes = routesWithout(plan, visit);
        List<Candidate> candidates = new ArrayList<>();
        for (int engineer = 0; engineer < day.engineers().size(); engineer++) {
            if (alone(engineer, visit).hard() == 0) {
                candidates.add(candidate(engineer, routes.getOrDefault(engineer, new int[0]), visit));
            }
        }
        return candidates.stream().min(BEST_FIRST).filter(Candidate::possible);
    }

    private Map<Integer, int[]> routesWithout(Plan plan, int visit) {
        Map<Integer, int[]> routes = new TreeMap<>();
        for (Plan.Route route : plan.routes()) {
            routes.put(numberOf(route), Arrays.stream(numbers(route)).filter(other -> other != visit).toArray());
        }
        appoint(times.appointments(), plan, visit);
        if (times.links().has(visit)) {
            times.appointments().from[visit] = times.appointments().earliest(visit);
        }
        return routes;
    }

    /** What the rules about the engineer alone ask for a visit by this one. */
    private Objective alone(int engineer, int visit) {
        times.of(engineer);
        times.add(visit);
        return times.rules().ofEngineerAlone(times, 0);
    }

    private Candidate candidate(int engineer, int[] sequence, int visit) {
        Objective alone = alone(engineer, visit);
        drive(engineer, sequence);
        times.measure(slack);
        Objective old = times.rules().total(times);
        int best = bestPosition(engineer, sequence, visit);
        drive(engineer, with(sequence, visit, best));
        Objective added = times.rules().total(times).minus(old).plus(alone);
        return new Candidate(day.engineers().get(engineer).id(), best, times.start(best), added, reasons(best), added.hard() <= 0 ? List.of() : obstacles());
    }

    /** The position at which hard rules ask for least, then the others; the first of equals. */
    private int bestPosition(int engineer, int[] sequence, int visit) {
        Best best = new Best();
        for (int position = 0; position <= sequence.length; position++) {
            if (mayFit(engineer, sequence, visit, position)) {
                best.look(engineer, sequence, visit, position);
            }
        }
        if (best.hard > 0) {
            // Where it does not fit a hard rule is broken, the least first.
            long[] places = IntStream.rangeClosed(0, sequence.length).filter(position -> !mayFit(engineer, sequence, visit, position))
                    .mapToLong(position -> leastHard(engineer, with(sequence, visit, position)) << Short.SIZE | position).sorted().toArray();
            for (int i = 0; i < places.length && places[i] >> Short.SIZE <= best.hard; i++) {
                best.look(engineer, sequence, visit, (int) (places[i] & 0xffff));
            }
        }
        return best.position;
    }

    /** What hard rules ask for at least, wherever the break and the pick-up are. */
    private long leastHard(int engineer, int[] sequence) {
        if (times.depotIsShortCut()) {
            return 0;
        }
        enter(engineer, sequence);
        times.driveFree();
        return times.rules().hardForGood(times);
    }

    private boolean mayFit(int engineer, int[] sequence, int visit, int position) {
        int before = position == 0 ? slack.start(engineer) : sequence[position - 1];
        int after = position == sequence.length ? slack.end(engineer) : sequence[position];
        return slack.mayFit(engineer, before, after, visit);
    }

    /** The best position looked at. */
    private final class Best {
        private long hard = Long.MAX_VALUE;
        private long soft;
        private int position;

        void look(int engineer, int[] sequence, int visit, int at) {
            enter(engineer, with(sequence, visit, at));
            times.drive();
            if (times.hard() > hard) {
                return;
            }
            boolean better = times.hard() < hard || times.soft() < soft || times.soft() == soft && at < position;
            if (better) {
                hard = times.hard();
                soft = times.soft();
                position = at;
            }
        }
    }

    /** What the visit at this position costs, rule by rule. */
    private List<Contribution> reasons(int position) {
        List<Contribution> reasons = new ArrayList<>();
        contribute(position, reasons, softRules);
        return reasons;
    }

    /** The hard rules that the route driven last breaks. */
    private List<Contribution> obstacles() {
        List<Contribution> obstacles = new ArrayList<>();
        for (int position = 0; position < times.length(); position++) {
            contribute(position, obstacles, hardRules);
        }
        return obstacles;
    }

    static int[] with(int[] sequence, int visit, int position) {
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
            visits.set(number, visits.get(number).withWindows(List.of(window)));
            ServiceDay changed = day.with(visits);
            new Planner(this, changed).bestCandidate(plan, number).ifPresent(best -> slots.add(new Slot(window, best)));
        }
        slots.sort(Comparator.comparing((Slot slot) -> slot.best().added()).thenComparingInt(slot -> slot.window().from()));
        return slots;
    }

    /** A window and the engineer who would keep it. */
    public record Slot(Visit.Window window, Candidate best) {}

    private int[][] neighbours() {
        int count = day.visits().size();
        int[][] neighbours = new int[count][];
        long[] keys = new long[count];
        for (int of = 0; of < count; of++) {
            for (int other = 0; other < count; other++) {
                keys[other] = (other == of ? 0L : travel(of, other) + 1L) << Integer.SIZE | other;
            }
            Arrays.sort(keys);
            neighbours[of] = Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
        }
        return neighbours;
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
