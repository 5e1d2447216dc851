package org.firstfix.routing.search;

import java.util.Arrays;

/**
 * The best choice of routes from the pool that makes every visit once, each vehicle driving one at most. Prices of visits from a Lagrangian relaxation
 * (subgradient steps; Held, Wolfe and Crowder 1974) bound from below what a choice costs; routes that cannot be part of anything better than what is known
 * are put aside, and the rest is searched depth first, as far as the number of steps allows.
 */
final class Recombination {
    private static final int PRICING_ROUNDS = 250;

    private final RoutePool pool;
    private final boolean alike;
    private final int visits;
    private final long[] absencePrice;
    private final double[] price;
    private int columns;
    private final int[] column;
    private final double[] reduced;
    private double bound;
    private double limit;
    /** Looks at a visit of a route: the measure of work, so that the result does not depend on the machine. */
    private long looks;
    private long mostLooks;
    /** Routes of each visit by reduced cost. */
    private int[][] covering;
    private final boolean[] covered;
    private final boolean[] driving;
    private double[] vehicleBound;
    private final int[] chosen;
    private int[] bestChoice = {};
    private boolean found;

    Recombination(RoutePool pool, Routes state) {
        this.pool = pool;
        alike = state.routesAlike();
        visits = state.visits;
        absencePrice = state.absencePrice;
        price = new double[visits];
        column = new int[pool.count];
        reduced = new double[pool.count];
        covering = new int[0][];
        covered = new boolean[visits];
        driving = new boolean[state.routes];
        vehicleBound = new double[state.routes];
        chosen = new int[visits];
    }

    /**
     * @param best the cost to beat, and a solution to take the first prices from
     * @param newMostLooks how much work to do at most
     * @return whether something cheaper was found; {@link #rebuild} makes it
     */
    boolean search(Routes best, long newMostLooks) {
        limit = best.cost() - 0.5;
        mostLooks = newMostLooks;
        columns = pool.count;
        Arrays.setAll(column, i -> i);
        for (int route = 0; route < best.routes; route++) {
            int[] sequence = best.sequence(route);
            for (int visit : sequence) {
                price[visit] = best.routeCost(route) / (double) sequence.length;
            }
        }
        findPrices();
        keepPromising();
        sortCovering();
        choose(0, bound, 0);
        return found;
    }

    private void findPrices() {
        double[] bestPrice = price.clone();
        bound = Double.NEGATIVE_INFINITY;
        int[] times = new int[visits];
        double step = 1;
        int stalled = 0;
        for (int round = 0; round < PRICING_ROUNDS && step > 0.005 && looks < mostLooks / 2; round++) {
            double value = relax(times);
            if (value > bound) {
                bound = value;
                System.arraycopy(price, 0, bestPrice, 0, visits);
                stalled = 0;
            } else if (++stalled == 10) {
                step /= 2;
                stalled = 0;
                System.arraycopy(bestPrice, 0, price, 0, visits);
                continue;
            }
            long norm = 0;
            for (int visit = 0; visit < visits; visit++) {
                norm += (long) (1 - times[visit]) * (1 - times[visit]);
            }
            if (norm == 0 || bound >= limit) {
                break;
            }
            double length = step * (limit * 1.002 - value) / norm;
            for (int visit = 0; visit < visits; visit++) {
                price[visit] = Math.min(absencePrice[visit], price[visit] + length * (1 - times[visit]));
            }
            if (round == PRICING_ROUNDS / 5) {
                dropHopeless(value);
            }
        }
        System.arraycopy(bestPrice, 0, price, 0, visits);
        bound = relax(times);
    }

    /** The cheapest choice under the prices alone: its value, how often it makes each visit, and the reduced costs. */
    private double relax(int[] times) {
        Arrays.fill(times, 0);
        double value = 0;
        for (double visitPrice : price) {
            value += visitPrice;
        }
        int[] cheapest = new int[vehicleBound.length];
        Arrays.fill(cheapest, -1);
        Arrays.fill(vehicleBound, 0);
        for (int i = 0; i < columns; i++) {
            int entry = column[i];
            double cost = pool.cost[entry];
            for (int visit : pool.visits[entry]) {
                cost -= price[visit];
            }
            looks += pool.visits[entry].length;
            reduced[entry] = cost;
            if (cost >= 0) {
                continue;
            }
            if (alike) {
                value += cost;
                for (int visit : pool.visits[entry]) {
                    times[visit]++;
                }
            } else if (cost < vehicleBound[pool.vehicle[entry]]) {
                vehicleBound[pool.vehicle[entry]] = cost;
                cheapest[pool.vehicle[entry]] = entry;
            }
        }
        for (int vehicle = 0; vehicle < cheapest.length; vehicle++) {
            if (cheapest[vehicle] >= 0) {
                value += vehicleBound[vehicle];
                for (int visit : pool.visits[cheapest[vehicle]]) {
                    times[visit]++;
                }
            }
        }
        return value;
    }

    /** Early on, routes far from being chosen only cost time. */
    private void dropHopeless(double value) {
        double far = Math.max(limit - value, 0) * 2;
        int kept = 0;
        for (int i = 0; i < columns; i++) {
            if (reduced[column[i]] <= far) {
                column[kept++] = column[i];
            }
        }
        columns = kept;
    }

    private void keepPromising() {
        int kept = 0;
        for (int i = 0; i < columns; i++) {
            int entry = column[i];
            double least = alike ? Math.min(0, reduced[entry]) : vehicleBound[pool.vehicle[entry]];
            if (bound - least + reduced[entry] <= limit) {
                column[kept++] = entry;
            }
        }
        columns = kept;
    }

    private void sortCovering() {
        int[] count = new int[visits];
        for (int i = 0; i < columns; i++) {
            for (int visit : pool.visits[column[i]]) {
                count[visit]++;
            }
        }
        covering = new int[visits][];
        Arrays.setAll(covering, visit -> new int[count[visit]]);
        Integer[] order = new Integer[columns];
        Arrays.setAll(order, i -> column[i]);
        Arrays.sort(order, (one, other) -> Double.compare(reduced[one], reduced[other]));
        Arrays.fill(count, 0);
        for (int entry : order) {
            for (int visit : pool.visits[entry]) {
                covering[visit][count[visit]++] = entry;
            }
        }
    }

    /** Decides for the open visit with the fewest routes which of them to take. */
    private void choose(int depth, double lower, double cost) {
        if (looks > mostLooks || lower >= limit) {
            return;
        }
        int open = -1;
        int fewest = Integer.MAX_VALUE;
        for (int visit = 0; visit < visits && fewest > 0; visit++) {
            if (!covered[visit]) {
                int options = options(visit, fewest);
                if (options < fewest) {
                    fewest = options;
                    open = visit;
                }
            }
        }
        if (open < 0) {
            if (cost < limit) {
                limit = cost - 0.5;
                bestChoice = Arrays.copyOf(chosen, depth);
                found = true;
            }
            return;
        }
        for (int entry : covering[open]) {
            double least = alike ? Math.min(0, reduced[entry]) : vehicleBound[pool.vehicle[entry]];
            if (fits(entry)) {
                take(entry, true);
                chosen[depth] = entry;
                choose(depth + 1, lower - least + reduced[entry], cost + pool.cost[entry]);
                take(entry, false);
            }
        }
    }

    private int options(int visit, int most) {
        int options = 0;
        for (int entry : covering[visit]) {
            if (fits(entry) && ++options >= most) {
                break;
            }
        }
        return options;
    }

    private boolean fits(int entry) {
        if (!alike && driving[pool.vehicle[entry]]) {
            return false;
        }
        looks += 2;
        for (int visit : pool.visits[entry]) {
            if (covered[visit]) {
                return false;
            }
        }
        return true;
    }

    private void take(int entry, boolean taken) {
        for (int visit : pool.visits[entry]) {
            covered[visit] = taken;
        }
        if (!alike) {
            driving[pool.vehicle[entry]] = taken;
        }
    }

    long looks() {
        return looks;
    }

    /** Makes the state the choice found. */
    void rebuild(Routes state) {
        for (int route = 0; route < state.routes; route++) {
            if (state.size[route] > 0) {
                state.empty(route);
            }
        }
        int free = 0;
        for (int entry : bestChoice) {
            state.fill(alike ? free++ : pool.vehicle[entry], pool.visits[entry]);
        }
    }
}
