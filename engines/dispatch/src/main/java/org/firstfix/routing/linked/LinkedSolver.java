package org.firstfix.routing.linked;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.firstfix.routing.search.Budget;
import org.firstfix.routing.search.InsertionOrder;
import org.firstfix.routing.search.Search;
import org.firstfix.routing.search.SearchSettings;
import org.firstfix.routing.search.Team;

/** Solves a {@link LinkedProblem}: distance, total lateness and worst lateness together. */
public final class LinkedSolver {
    private final LinkedProblem problem;
    private final double scale;

    /** @param scale units of the problem in one unit of distance of the instance */
    public LinkedSolver(LinkedProblem problem, double scale) {
        this.problem = problem;
        this.scale = scale;
    }

    /**
     * @param routes visits of each person in order
     * @param iterations of all threads
     */
    public record Result(int[][] routes, long iterations) {}

    public Result solve(Budget budget, int threads, long seed) {
        long began = budget.clock().getAsLong();
        Team team = new Team(this::search, threads, seed);
        team.anneal(budget.since(began));
        return new Result(team.best().sequences(), team.iterations());
    }

    private Search search(long seed) {
        long[] price = new long[problem.visits()];
        Arrays.fill(price, Integer.MAX_VALUE);
        // Temperatures in units of distance.
        SearchSettings settings = new SearchSettings(8, 10, 0.5, 0.01, 40 * scale, 0.5 * scale);
        return new Search(new LinkedRoutes(problem, price), neighbours(), orders(), settings, seed);
    }

    private int[][] neighbours() {
        int count = problem.visits();
        return IntStream.range(0, count).mapToObj(of -> IntStream.range(0, count).boxed()
                .sorted(Comparator.<Integer>comparingInt(other -> other == of ? -1 : travel(of, other)).thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue).toArray()).toArray(int[][]::new);
    }

    private int travel(int from, int to) {
        return problem.travel()[problem.place()[from] * problem.places() + problem.place()[to]];
    }

    private List<InsertionOrder> orders() {
        long[] ready = Arrays.stream(problem.ready()).asLongStream().toArray();
        long[] due = Arrays.stream(problem.due()).asLongStream().toArray();
        long[] linkedFirst = Arrays.stream(problem.partner()).mapToLong(partner -> partner < 0 ? 1 : 0).toArray();
        return List.of(InsertionOrder.random(4), new InsertionOrder(3, ready), new InsertionOrder(2, due), new InsertionOrder(3, linkedFirst));
    }
}
