package org.firstfix.routing.vrp;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;
import org.firstfix.routing.search.Budget;
import org.firstfix.routing.search.InsertionOrder;
import org.firstfix.routing.search.Routes;
import org.firstfix.routing.search.Search;
import org.firstfix.routing.search.SearchSettings;
import org.firstfix.routing.search.Team;

/** Solves a {@link TimeWindowProblem}. */
public final class TimeWindowSolver {
    /** Places tried on either side of a visit. */
    private static final int CLOSE = 30;
    /** Fewer than the ten of the paper: long routes gain more from more iterations. */
    private static final double REMOVALS = 7;
    /** Temperatures in units of distance. */
    private static final double HOT = 30;
    private static final double COLD = 1;

    private final TimeWindowProblem problem;
    private final double scale;
    private final CloseVisits close;

    /** @param scale units of the problem in one unit of distance of the instance */
    public TimeWindowSolver(TimeWindowProblem problem, double scale) {
        this.problem = problem;
        this.scale = scale;
        this.close = new CloseVisits(problem, CLOSE);
    }

    /**
     * @param routes visits of each used route, from 0
     * @param iterations of all threads
     */
    public record Result(int[][] routes, long iterations) {

        /** What a team has found. */
        public static Result of(Team team) {
            int[][] routes = Arrays.stream(team.best().sequences()).filter(route -> route.length > 0).toArray(int[][]::new);
            return new Result(routes, team.iterations());
        }
    }

    /** All visits by distance from each visit, itself first. */
    public static int[][] neighbours(TimeWindowProblem problem) {
        return new CloseVisits(problem, 0).byDistance;
    }

    /** @param fewest whether the number of routes counts before the distance */
    public Result solve(boolean fewest, Budget budget, int threads, long seed) {
        long began = budget.clock().getAsLong();
        Team team = new Team(this::search, threads, seed);
        if (fewest) {
            long demand = Arrays.stream(problem.demand()).asLongStream().sum();
            team.annealWithFewestRoutes(budget.since(began), (int) Math.max(1, Math.ceilDiv(demand, (long) Math.max(1, problem.capacity()))));
        } else {
            team.anneal(budget.since(began));
        }
        return Result.of(team);
    }

    public Search search(long seed) {
        long[] price = new long[problem.visits()];
        Arrays.fill(price, Integer.MAX_VALUE);
        Routes start = new TimeWindowRoutes(problem, close, Math.min(problem.vehicles(), problem.visits()), price);
        SearchSettings settings = new SearchSettings(REMOVALS, 10, 0.5, 0.01, HOT * scale, COLD * scale);
        return new Search(start, close.byDistance, orders(), settings, seed);
    }

    private List<InsertionOrder> orders() {
        return List.of(InsertionOrder.random(4),
                new InsertionOrder(4, key(visit -> -problem.demand()[visit + 1])),
                new InsertionOrder(2, key(visit -> -problem.travel()[visit + 1])),
                new InsertionOrder(1, key(visit -> problem.travel()[visit + 1])),
                new InsertionOrder(2, key(visit -> problem.due()[visit + 1] - problem.ready()[visit + 1])),
                new InsertionOrder(2, key(visit -> problem.ready()[visit + 1])),
                new InsertionOrder(2, key(visit -> -problem.due()[visit + 1])));
    }

    private long[] key(IntToLongFunction of) {
        long[] key = new long[problem.visits()];
        Arrays.setAll(key, of::applyAsLong);
        return key;
    }
}
