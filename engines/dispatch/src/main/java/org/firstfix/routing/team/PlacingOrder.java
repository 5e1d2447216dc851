package org.firstfix.routing.team;

import org.firstfix.routing.search.FastRandom;

/** In which order interventions are placed: another rule each time, predecessors always first. */
final class PlacingOrder {
    private static final int PRIORITIES = 4;

    private final Workload load;
    private final FastRandom random;
    private final int[] rank;
    private final int[] order;
    private final double[] key;
    private final double[] weights = new double[PRIORITIES + 1];

    /** @param rank of each priority: which of them goes first */
    PlacingOrder(Workload load, int[] rank, FastRandom random) {
        this.load = load;
        this.rank = rank;
        this.random = random;
        order = new int[load.count];
        key = new double[load.count];
    }

    int get(int n) {
        return order[n];
    }

    /** @return how many are nowhere and have been put in order */
    int fill(TeamSchedule schedule, boolean byRank) {
        int rule = byRank ? 0 : random.nextInt(6);
        for (int priority = 1; priority < PRIORITIES; priority++) {
            weights[priority] = LatestEnds.weight(priority) * random.nextDouble();
        }
        int open = 0;
        for (int i : load.own) {
            if (schedule.dayOf[i] == TeamSchedule.NOWHERE) {
                key[i] = key(i, rule);
                int at = open++;
                for (; at > 0 && key[order[at - 1]] < key[i]; at--) {
                    order[at] = order[at - 1];
                }
                order[at] = i;
            }
        }
        predecessorsFirst(open);
        return open;
    }

    private double key(int i, int rule) {
        double big = load.load[i] * (1 + 0.5 * random.nextDouble());
        int priority = load.priority[i];
        return switch (rule) {
            case 0, 1 -> big - 100.0 * rank[priority];
            case 2 -> weights[priority] + big / 100;
            case 3 -> big;
            case 4 -> random.nextDouble();
            default -> big * (PRIORITIES + 1 - rank[priority]);
        };
    }

    private void predecessorsFirst(int open) {
        int moves = open * open;
        for (int n = 0; n < open; n++) {
            int m = n + 1;
            while (m < open && !comesBefore(order[m], order[n])) {
                m++;
            }
            if (m < open && moves-- > 0) {
                int earlier = order[m];
                System.arraycopy(order, n, order, n + 1, m - n);
                order[n--] = earlier;
            }
        }
    }

    private boolean comesBefore(int earlier, int i) {
        for (int other : load.before[i]) {
            if (other == earlier) {
                return true;
            }
        }
        return false;
    }
}
