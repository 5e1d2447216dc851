package org.firstfix.routing.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/**
 * Several searches side by side. They meet a few times on the way; the one that is worst then goes on from the best routes found. Under a budget of
 * iterations the result does not depend on which thread is faster.
 */
public final class Team {
    private static final int MEETINGS = 10;
    private static final double FLEET_SHARE = 0.4;

    private final List<Search> searches = new ArrayList<>();

    /** @param search makes one for a seed */
    public Team(LongFunction<Search> search, int threads, long seed) {
        for (int thread = 0; thread < threads; thread++) {
            searches.add(search.apply(seed + 0x9e3779b97f4a7c15L * thread));
        }
    }

    /** Every search does this at the same time. */
    private void eachDoes(Consumer<Search> work) {
        if (searches.size() == 1) {
            work.accept(searches.getFirst());
            return;
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(searches.size())) {
            List<Future<?>> running = new ArrayList<>();
            for (Search search : searches) {
                running.add(threads.submit(() -> work.accept(search)));
            }
            for (Future<?> search : running) {
                search.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the search was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the search failed: " + e.getCause(), e.getCause());
        }
    }

    /**
     * Anneals several times from nothing. Where single runs end far apart, the best of them, and the routes of all of them in one pool, are worth more than
     * one long run.
     */
    public void annealAnew(Budget budget, int runs) {
        for (int run = 0; run < runs; run++) {
            if (run > 0) {
                searches.forEach(Search::beginAgain);
            }
            anneal(budget.share(1.0 / runs));
        }
    }

    /** Anneals within the budget, meeting on the way. */
    public void anneal(Budget budget) {
        int rounds = searches.size() == 1 ? 1 : MEETINGS;
        for (int round = 0; round < rounds; round++) {
            double from = round / (double) rounds;
            double to = (round + 1) / (double) rounds;
            eachDoes(search -> search.anneal(budget.share(1.0 / rounds), from, to));
            if (searches.size() > 1) {
                Search worst = searches.stream().max(Comparator.comparingLong(search -> search.current().cost())).orElseThrow();
                worst.continueFrom(best());
            }
        }
    }

    /**
     * Spends a part of the budget on doing with fewer routes, the rest on annealing with the smallest number found. For routes that are all alike.
     *
     * @param bound a number of routes below which it is not worth looking
     */
    public void annealWithFewestRoutes(Budget budget, int bound) {
        eachDoes(search -> search.reduceFleet(budget.share(FLEET_SHARE), bound));
        Routes smallest = searches.stream().map(Search::best).min(Comparator.comparingInt(Routes::absences).thenComparingInt(Routes::usedRoutes)
                .thenComparingLong(Routes::cost)).orElseThrow();
        searches.forEach(search -> search.startOver(smallest));
        anneal(budget.share(1 - FLEET_SHARE));
    }

    public Routes best() {
        return searches.stream().map(Search::best).min(Comparator.comparingLong(Routes::cost)).orElseThrow();
    }

    public long iterations() {
        return searches.stream().mapToLong(Search::iterations).sum();
    }
}
