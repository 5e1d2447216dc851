package org.firstfix.routing.search;

/**
 * Gets along with fewer routes: one route is given up, and its visits are squeezed into the others. A visit that stays out often counts more, so that the
 * search turns to the ones that are hard to place. Source: absence counters of Christiaens and Vanden Berghe (2020), section 5.4.
 */
final class FleetReduction {
    private final long[] missed;

    FleetReduction(int visits) {
        missed = new long[visits];
    }

    /** Every absent visit counts once more. */
    void count(int[] absent, int count) {
        for (int i = 0; i < count; i++) {
            missed[absent[i]]++;
        }
    }

    long sum(int[] absent, int count) {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += missed[absent[i]];
        }
        return sum;
    }

    /** The route whose visits were missed least, or {@link Routes#ABSENT} if no route is used. */
    int easiest(Routes state) {
        int easiest = Routes.ABSENT;
        long least = Long.MAX_VALUE;
        for (int route = 0; route < state.routes; route++) {
            if (state.size[route] > 0) {
                int[] sequence = state.sequence(route);
                long sum = sum(sequence, sequence.length) * state.visits + sequence.length;
                if (sum < least) {
                    least = sum;
                    easiest = route;
                }
            }
        }
        return easiest;
    }
}
