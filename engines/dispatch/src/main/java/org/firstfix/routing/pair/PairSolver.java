package org.firstfix.routing.pair;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;
import org.firstfix.routing.search.Budget;
import org.firstfix.routing.search.InsertionOrder;
import org.firstfix.routing.search.Search;
import org.firstfix.routing.search.SearchSettings;
import org.firstfix.routing.search.Team;
import org.firstfix.routing.vrp.TimeWindowProblem;
import org.firstfix.routing.vrp.TimeWindowSolver;

/** Solves a {@link PairProblem}. */
public final class PairSolver {
    /** Temperatures in units of distance. */
    private static final double HOT = 30;
    private static final double COLD = 1;

    private final PairProblem problem;
    private final double scale;
    private final int[][] neighbours;

    /** @param scale units of the problem in one unit of distance of the instance */
    public PairSolver(PairProblem problem, double scale) {
        this.problem = problem;
        this.scale = scale;
        this.neighbours = TimeWindowSolver.neighbours(problem.places());
    }

    /** @param fewest whether the number of routes counts before the distance */
    public TimeWindowSolver.Result solve(boolean fewest, Budget budget, int threads, long seed) {
        long began = budget.clock().getAsLong();
        Team team = new Team(this::search, threads, seed);
        if (fewest) {
            team.annealWithFewestRoutes(budget.since(began), 1);
        } else {
            team.anneal(budget.since(began));
        }
        return TimeWindowSolver.Result.of(team);
    }

    private Search search(long seed) {
        TimeWindowProblem places = problem.places();
        long[] price = new long[places.visits()];
        Arrays.fill(price, Integer.MAX_VALUE);
        PairRoutes start = new PairRoutes(problem, Math.min(places.vehicles(), Math.max(1, places.visits() / 2)), price);
        return new Search(start, neighbours, orders(), new SearchSettings(7, 10, 0.5, 0.01, HOT * scale, COLD * scale), seed);
    }

    private List<InsertionOrder> orders() {
        TimeWindowProblem places = problem.places();
        return List.of(InsertionOrder.random(4),
                new InsertionOrder(2, key(visit -> -Math.abs(places.demand()[visit + 1]))),
                new InsertionOrder(2, key(visit -> -places.travel()[visit + 1])),
                new InsertionOrder(2, key(visit -> places.due()[visit + 1] - places.ready()[visit + 1])),
                new InsertionOrder(2, key(visit -> places.ready()[visit + 1])),
                new InsertionOrder(2, key(visit -> -places.due()[visit + 1])));
    }

    private long[] key(IntToLongFunction of) {
        long[] key = new long[problem.places().visits()];
        Arrays.setAll(key, of::applyAsLong);
        return key;
    }
}
