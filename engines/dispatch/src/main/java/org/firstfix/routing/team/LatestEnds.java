package org.firstfix.routing.team;

import java.util.Arrays;

/** The latest end of each of the first three priorities and of all interventions, and the cost they make together. */
final class LatestEnds {
    /** By priority; the last one is for the end of all. */
    private static final int[] WEIGHTS = {0, 28, 14, 4, 1};
    static final int ALL = 4;

    private final int[] ends = new int[WEIGHTS.length];

    void clear() {
        Arrays.fill(ends, 0);
    }

    void copy(LatestEnds other) {
        System.arraycopy(other.ends, 0, ends, 0, ends.length);
    }

    void raise(int priority, int end) {
        ends[priority] = Math.max(ends[priority], end);
        ends[ALL] = Math.max(ends[ALL], end);
    }

    int of(int priority) {
        return ends[priority];
    }

    long cost() {
        long cost = 0;
        for (int priority = 1; priority <= ALL; priority++) {
            cost += (long) WEIGHTS[priority] * ends[priority];
        }
        return cost;
    }

    /** By how much the cost would rise. */
    long rise(int priority, int end) {
        long own = priority == ALL ? 0 : (long) WEIGHTS[priority] * Math.max(0, end - ends[priority]);
        return own + (long) WEIGHTS[ALL] * Math.max(0, end - ends[ALL]);
    }

    /** What a minute later costs where the intervention is among the last of its priority, and of all. */
    static int weight(int priority) {
        return WEIGHTS[priority];
    }
}
