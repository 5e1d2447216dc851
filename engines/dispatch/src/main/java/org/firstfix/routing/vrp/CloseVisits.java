package org.firstfix.routing.vrp;

import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * For each visit the others that may sensibly come right before and right after it. Proximity counts travel, and of the waiting that cannot be avoided a
 * fifth, as in Vidal, Crainic, Gendreau and Prins (2013).
 */
final class CloseVisits {
    private static final double WAITING = 0.2;

    final int[][] before;
    final int[][] after;
    /** All visits by distance, each first in its own list. */
    final int[][] byDistance;

    CloseVisits(TimeWindowProblem problem, int most) {
        int visits = problem.visits();
        before = new int[visits][];
        after = new int[visits][];
        byDistance = new int[visits][];
        for (int visit = 0; visit < visits; visit++) {
            int of = visit;
            before[visit] = nearest(visits, most, other -> other == of ? Double.NaN : proximity(problem, other, of));
            after[visit] = nearest(visits, most, other -> other == of ? Double.NaN : proximity(problem, of, other));
            byDistance[visit] = nearest(visits, visits, other -> other == of ? -1 : travel(problem, of, other));
        }
    }

    private static int travel(TimeWindowProblem problem, int from, int to) {
        return problem.travel()[(from + 1) * problem.places() + to + 1];
    }

    /** Not a number if {@code to} can never directly follow {@code from}. */
    private static double proximity(TimeWindowProblem problem, int from, int to) {
        int travel = travel(problem, from, to);
        int leg = problem.service()[from + 1] + travel;
        long earliest = (long) Math.max(problem.ready()[from + 1], problem.ready()[0] + problem.travel()[from + 1]) + leg;
        if (earliest > problem.due()[to + 1]) {
            return Double.NaN;
        }
        return travel + WAITING * Math.max(0, problem.ready()[to + 1] - (problem.due()[from + 1] + (long) leg));
    }

    private static int[] nearest(int visits, int most, IntToDoubleFunction proximity) {
        double[] value = IntStream.range(0, visits).mapToDouble(proximity).toArray();
        return IntStream.range(0, visits).filter(other -> !Double.isNaN(value[other])).boxed()
                .sorted(Comparator.<Integer>comparingDouble(other -> value[other]).thenComparing(Comparator.naturalOrder()))
                .limit(most).mapToInt(Integer::intValue).toArray();
    }
}
