package org.firstfix.routing.team;

import org.firstfix.routing.search.Budget;
import org.firstfix.routing.search.FastRandom;

/**
 * One search: takes interventions out, puts them back, and accepts the result as simulated annealing does. What finds no place waits outside at a price. The
 * cost looks only at the latest ends, so that most changes would not count; the work on the last day of each priority is therefore priced, too.
 */
final class TeamAnnealing {
    /** Temperatures as shares of the cost. */
    private static final double HOT = 0.01;
    private static final double COLD = 0.0002;
    /** Minutes by which a last day filled with a priority's work is worse than one with hardly any. */
    private static final double FULL_LAST_DAY = 60;
    private static final double OUTSIDE = 200;
    private static final double OUTSIDE_PER_LOAD = 10_000;

    private final Workload load;
    private final boolean onlyBelowBest;
    private final FastRandom random;
    private final TeamSchedule working;
    private final TeamSchedule kept;
    private final TeamSchedule best;
    private final LatestEnds latest = new LatestEnds();
    private final TeamInsertion insertion;
    private final TeamRuin ruin;
    private final PlacingOrder order;
    private final double fullLastDay;
    private long bestCost = Long.MAX_VALUE;
    private long iterations;
    private double current;

    /**
     * @param rank of the priorities, the first at 1
     * @param onlyBelowBest whether nothing is placed that would make the cost that of the best again: keeps near the best, searches there better
     */
    TeamAnnealing(Workload load, int[] rank, boolean onlyBelowBest, FastRandom random) {
        this.load = load;
        this.onlyBelowBest = onlyBelowBest;
        this.random = random;
        fullLastDay = onlyBelowBest ? 0 : FULL_LAST_DAY;
        working = new TeamSchedule(load);
        kept = new TeamSchedule(load);
        best = new TeamSchedule(load);
        insertion = new TeamInsertion(working, latest, random);
        ruin = new TeamRuin(working, latest, random);
        order = new PlacingOrder(load, rank, random);
        start();
    }

    private void start() {
        if (place(true, Long.MAX_VALUE) > 0) {
            throw new IllegalArgumentException("some interventions can be done by no team that the technicians can form.");
        }
        best.copy(working);
        bestCost = latest.cost();
    }

    TeamSchedule best() {
        return best;
    }

    long cost() {
        return bestCost;
    }

    long iterations() {
        return iterations;
    }

    /** Anneals from the best found so far; ends at once where there is nothing to combine. */
    void run(Budget budget) {
        kept.copy(best);
        measure(kept);
        current = value(kept);
        long began = budget.clock().getAsLong();
        long done = 0;
        for (double progress = 0; progress < 1 && load.own.length > 1; done++) {
            step(bestCost * HOT * Math.pow(COLD / HOT, progress));
            progress = Math.max((done + 1) / (double) budget.iterations(), budget.nanos() == Long.MAX_VALUE ? 0
                    : (budget.clock().getAsLong() - began) / (double) Math.max(1, budget.nanos()));
        }
        iterations += done;
    }

    private void step(double temperature) {
        working.copy(kept);
        measure(working);
        ruin.ruin();
        insertion.varyPrices();
        int outside = place(false, onlyBelowBest ? bestCost : Long.MAX_VALUE);
        double value = value(working);
        if (value <= current - temperature * Math.log(1 - random.nextDouble())) {
            current = value;
            kept.copy(working);
        }
        if (outside == 0 && latest.cost() < bestCost) {
            bestCost = latest.cost();
            best.copy(working);
        }
    }

    /** @return how many found no place */
    private int place(boolean byRank, long limit) {
        measure(working);
        int open = order.fill(working, byRank);
        int outside = open;
        for (int n = 0; n < open; n++) {
            outside -= insertion.place(order.get(n), limit) ? 1 : 0;
        }
        measure(working);
        return outside;
    }

    private void measure(TeamSchedule schedule) {
        latest.clear();
        for (int i : load.own) {
            if (schedule.dayOf[i] != TeamSchedule.NOWHERE) {
                latest.raise(load.priority[i], schedule.end(i));
            }
        }
    }

    /** The cost with the prices of work outside and on last days. */
    private double value(TeamSchedule schedule) {
        double value = latest.cost();
        int lastOfAll = (latest.of(LatestEnds.ALL) - 1) / load.dayLength;
        for (int i : load.own) {
            int d = schedule.dayOf[i];
            int priority = load.priority[i];
            if (d == TeamSchedule.NOWHERE) {
                value += OUTSIDE + OUTSIDE_PER_LOAD * load.load[i];
                continue;
            }
            if (priority < LatestEnds.ALL && d == (latest.of(priority) - 1) / load.dayLength) {
                value += fullLastDay * LatestEnds.weight(priority) * load.load[i];
            }
            if (d == lastOfAll) {
                value += fullLastDay * LatestEnds.weight(LatestEnds.ALL) * load.load[i];
            }
        }
        return value;
    }
}
