package org.firstfix.routing.search;

import java.util.List;

/**
 * Ruin and recreate under simulated annealing: strings of visits are taken out and put back, and what results is kept if it is better, or with a chance
 * that falls with the temperature. One search belongs to one thread; the same seed and number of iterations give the same routes.
 */
public final class Search {
    private static final int CHECK_EVERY = 8;
    /** Routes of solutions up to a 64th dearer than the best go to the pool. */
    private static final int POOL_SHIFT = 6;
    private static final double RECOMBINE_EVERY = 0.1;
    /** Keeps the work of recombination to about a tenth. */
    private static final long LOOKS_PER_ITERATION = 700;
    private static final long LEAST_LOOKS_PER_ROUTE = 500;

    private final Routes current;
    private final Routes attempt;
    private final Routes best;
    private final SearchSettings settings;
    private final FastRandom random;
    private final StringRuin ruin;
    private final Recreate recreate;
    private final int[] removed;
    private final int[] absent;
    private int absentCount;
    private final RoutePool pool;
    private double nextRecombination;
    private long looks;
    private long iterations;
    /** Iterations of the run that is going on. */
    private long unrecorded;

    /**
     * @param start where to begin; its absent visits are put in first
     * @param neighbours all visits by distance from each visit, itself first
     */
    public Search(Routes start, int[][] neighbours, List<InsertionOrder> orders, SearchSettings settings, long seed) {
        this.settings = settings;
        random = new FastRandom(seed);
        ruin = new StringRuin(settings, neighbours, start.routes, random);
        pool = new RoutePool(start);
        recreate = new Recreate(orders, start.visits, settings, random);
        removed = new int[2 * start.visits];
        absent = new int[start.visits];
        current = start.blank();
        attempt = start.blank();
        best = start.blank();
        current.copyFrom(start);
        listAbsent(current);
        int left = recreate.putBack(current, absent, absentCount);
        absentCount = left;
        attempt.copyFrom(current);
        best.copyFrom(current);
    }

    private void listAbsent(Routes state) {
        absentCount = 0;
        for (int visit = 0; visit < state.visits; visit++) {
            if (state.routeOf[visit] == Routes.ABSENT) {
                absent[absentCount++] = visit;
            }
        }
    }

    /** The best routes found. */
    public Routes best() {
        return best;
    }

    /** The routes it would go on from. */
    public Routes current() {
        return current;
    }

    public long iterations() {
        return iterations;
    }

    /** Goes on from these routes instead. */
    public void continueFrom(Routes state) {
        current.copyFrom(state);
        attempt.copyFrom(state);
        listAbsent(state);
        if (state.cost() < best.cost()) {
            best.copyFrom(state);
        }
    }

    /** Begins again with no routes; the best ones and the pool stay. */
    public void beginAgain() {
        current.copyFrom(best.blank());
        listAbsent(current);
        absentCount = recreate.putBack(current, absent, absentCount);
        attempt.copyFrom(current);
    }

    /** Forgets its own best routes and goes on from these. */
    public void startOver(Routes state) {
        Routes copy = state.blank();
        copy.copyFrom(state);
        best.copyFrom(copy);
        continueFrom(copy);
    }

    /** Cools down from the hot to the cold temperature within the budget. */
    public void anneal(Budget budget) {
        anneal(budget, 0, 1);
    }

    /** Cools down over a part of the way from hot (0) to cold (1). */
    public void anneal(Budget budget, double from, double to) {
        nextRecombination = from + RECOMBINE_EVERY;
        double cooling = Math.log(settings.cold() / settings.hot());
        double hot = settings.hot() * Math.exp(cooling * from);
        cooling *= to - from;
        long began = budget.clock().getAsLong();
        double temperature = hot;
        long done = 0;
        while (true) {
            if (done % CHECK_EVERY == 0) {
                double progress = progress(budget, began, done);
                if (progress >= 1) {
                    if (to == 1) {
                        recombine();
                    }
                    break;
                }
                temperature = hot * Math.exp(cooling * progress);
                if (from + progress * (to - from) >= nextRecombination) {
                    recombine();
                }
            }
            step(temperature);
            done++;
            unrecorded++;
        }
        iterations += done;
        unrecorded = 0;
    }

    /** Looks whether the routes seen so far make something better when put together anew. */
    private void recombine() {
        nextRecombination += RECOMBINE_EVERY;
        long mayLook = (iterations + unrecorded) * LOOKS_PER_ITERATION - looks;
        if (best.absences() > 0 || !best.pricesAddUp() || mayLook < pool.count * LEAST_LOOKS_PER_ROUTE) {
            return;
        }
        Recombination recombination = new Recombination(pool, best);
        boolean found = recombination.search(best, mayLook);
        looks += recombination.looks();
        if (found) {
            recombination.rebuild(attempt);
            continueFrom(attempt);
        }
    }

    static double progress(Budget budget, long began, long done) {
        double byCount = done / (double) budget.iterations();
        return budget.nanos() == Long.MAX_VALUE ? byCount
                : Math.max(byCount, (budget.clock().getAsLong() - began) / (double) Math.max(1, budget.nanos()));
    }

    private void step(double temperature) {
        int count = ruin.ruin(attempt, removed);
        for (int i = 0; i < absentCount; i++) {
            removed[count++] = absent[i];
        }
        int left = recreate.putBack(attempt, removed, count);
        long cost = attempt.cost();
        if (cost < current.cost() - temperature * Math.log(1 - random.nextDouble())) {
            boolean better = cost < current.cost();
            current.copyFrom(attempt);
            System.arraycopy(removed, 0, absent, 0, left);
            absentCount = left;
            if (cost < best.cost()) {
                best.copyFrom(attempt);
            }
            if (better && left == 0 && attempt.pricesAddUp() && cost < best.cost() + (best.cost() >> POOL_SHIFT)) {
                pool.add(attempt);
            }
        } else {
            attempt.copyFrom(current);
        }
    }

    /**
     * Tries to do with fewer routes, as long as the budget lasts and more than {@code fewest} are used. The best routes then have the smallest number
     * found with every visit made, and no further route may be opened.
     */
    public void reduceFleet(Budget budget, int fewest) {
        if (best.absences() > 0) {
            return;
        }
        FleetReduction reduction = new FleetReduction(best.visits);
        continueFrom(best);
        giveUpRoute(reduction);
        long began = budget.clock().getAsLong();
        double temperature = settings.hot();
        double cooling = Math.log(settings.cold() / settings.hot());
        for (long done = 0; best.usedRoutes() > fewest; done++, iterations++) {
            if (done % CHECK_EVERY == 0) {
                double progress = progress(budget, began, done);
                if (progress >= 1) {
                    break;
                }
                temperature = settings.hot() * Math.exp(cooling * progress);
            }
            squeeze(reduction, temperature);
            if (absentCount == 0) {
                best.copyFrom(current);
                giveUpRoute(reduction);
            }
        }
        best.openOnly(best.routes);
        continueFrom(best);
        current.openOnly(best.usedRoutes());
        compact(current);
        attempt.copyFrom(current);
        best.copyFrom(current);
    }

    private void squeeze(FleetReduction reduction, double temperature) {
        int count = ruin.ruin(attempt, removed);
        for (int i = 0; i < absentCount; i++) {
            removed[count++] = absent[i];
        }
        int left = recreate.putBack(attempt, removed, count);
        boolean easier = reduction.sum(removed, left) < reduction.sum(absent, absentCount);
        boolean cheaper = left <= absentCount
                && attempt.travelCost() < current.travelCost() - temperature * Math.log(1 - random.nextDouble());
        reduction.count(removed, left);
        if (left == 0 || easier || cheaper) {
            current.copyFrom(attempt);
            System.arraycopy(removed, 0, absent, 0, left);
            absentCount = left;
        } else {
            attempt.copyFrom(current);
        }
    }

    private void giveUpRoute(FleetReduction reduction) {
        current.empty(reduction.easiest(current));
        compact(current);
        current.openOnly(current.usedRoutes());
        listAbsent(current);
        attempt.copyFrom(current);
    }

    /** Moves the used routes to the front; only for routes that are all alike. */
    private static void compact(Routes state) {
        int free = 0;
        for (int route = 0; route < state.routes; route++) {
            if (state.size[route] == 0) {
                continue;
            }
            if (route != free) {
                int[] sequence = state.sequence(route);
                state.empty(route);
                state.fill(free, sequence);
            }
            free++;
        }
    }
}
