package org.firstfix.routing.technician;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.firstfix.routing.search.Budget;
import org.firstfix.routing.search.InsertionOrder;
import org.firstfix.routing.search.Search;
import org.firstfix.routing.search.SearchSettings;
import org.firstfix.routing.search.Team;

/** Solves a {@link TechnicianProblem}: every request it can, in as little working time as possible. */
public final class TechnicianSolver {
    /** Temperatures in units of time. */
    private static final double HOT = 60;
    private static final double COLD = 2;
    /** A plan that exists is mended, not melted. */
    private static final double WARM = 8;
    /** Single runs end up to a percent and a half apart, so several are worth more than a long one. */
    private static final int RUNS = 3;

    /** A fifth, two longest days, is more than leaving a visit out saves, and less than serving one visit more is worth. */
    private static final int PROMISE = 5;

    private final TechnicianProblem problem;
    private final double scale;
    private final int[][] neighbours;

    /** @param scale units of the problem in one unit of time of the instance */
    public TechnicianSolver(TechnicianProblem problem, double scale) {
        this.problem = problem;
        this.scale = scale;
        this.neighbours = neighbours();
    }

    /**
     * @param stops requests of each technician in order; -1 is a pick-up at the depot
     * @param iterations of all threads
     */
    public record Result(List<List<Integer>> stops, long iterations) {}

    /** A plan from nothing. */
    public Result solve(Budget budget, int threads, long seed) {
        long began = budget.clock().getAsLong();
        Team team = new Team(this::search, threads, seed);
        team.annealAnew(budget.since(began), RUNS);
        return result(team);
    }

    /** Improves a plan; a visit that is in it is not given up for a single other. @param sequences requests of each technician in order; they are possible */
    public Result improve(int[][] sequences, Budget budget, long seed) {
        long[] price = absencePrice();
        for (int[] sequence : sequences) {
            for (int visit : sequence) {
                price[visit] += price[visit] / PROMISE;
            }
        }
        TechnicianRoutes start = new TechnicianRoutes(problem, price);
        for (int route = 0; route < sequences.length; route++) {
            start.fill(route, sequences[route]);
        }
        boolean empty = start.absences() == start.visits;
        Team team = new Team(any -> new Search(start, neighbours, orders(), settings(empty ? HOT : WARM), any), 1, seed);
        team.anneal(budget);
        return result(team);
    }

    private static Result result(Team team) {
        TechnicianRoutes best = (TechnicianRoutes) team.best();
        List<List<Integer>> stops = new ArrayList<>();
        for (int route = 0; route < best.routes; route++) {
            List<Integer> day = new ArrayList<>();
            for (int visit : best.sequence(route)) {
                if (visit == best.pickUpBefore(route)) {
                    day.add(-1);
                }
                day.add(visit);
            }
            stops.add(day);
        }
        return new Result(stops, team.iterations());
    }

    public Search search(long seed) {
        return new Search(new TechnicianRoutes(problem, absencePrice()), neighbours, orders(), settings(HOT), seed);
    }

    private SearchSettings settings(double hot) {
        return new SearchSettings(10, 10, 0.5, 0.01, hot * scale, COLD * scale);
    }

    /** Dearer than any detour for it could be. */
    private long[] absencePrice() {
        long longestDay = Arrays.stream(problem.technicians()).mapToLong(technician -> technician.ends() - technician.begins()).max().orElse(0);
        long[] price = new long[problem.requests().length];
        Arrays.fill(price, 10 * longestDay);
        return price;
    }

    private int[][] neighbours() {
        int count = problem.requests().length;
        int[][] result = new int[count][];
        for (int visit = 0; visit < count; visit++) {
            int of = visit;
            result[visit] = IntStream.range(0, count).boxed()
                    .sorted(Comparator.<Integer>comparingInt(other -> other == of ? -1 : travel(of, other)).thenComparing(Comparator.naturalOrder()))
                    .mapToInt(Integer::intValue).toArray();
        }
        return result;
    }

    private int travel(int from, int to) {
        return problem.travel()[problem.requests()[from].place() * problem.places() + problem.requests()[to].place()];
    }

    private List<InsertionOrder> orders() {
        return List.of(InsertionOrder.random(4),
                new InsertionOrder(2, key(visit -> ableTechnicians(problem.requests()[visit]))),
                new InsertionOrder(2, key(visit -> -problem.travel()[problem.requests()[visit].place()])),
                new InsertionOrder(2, key(visit -> problem.requests()[visit].due() - problem.requests()[visit].ready())),
                new InsertionOrder(2, key(visit -> problem.requests()[visit].ready())),
                new InsertionOrder(2, key(visit -> -problem.requests()[visit].due())));
    }

    private long ableTechnicians(TechnicianProblem.Request request) {
        return Arrays.stream(problem.technicians())
                .filter(technician -> IntStream.range(0, request.skills().length).allMatch(i -> !request.skills()[i] || technician.skills()[i])).count();
    }

    private long[] key(IntToLongFunction of) {
        long[] key = new long[problem.requests().length];
        Arrays.setAll(key, of::applyAsLong);
        return key;
    }
}
