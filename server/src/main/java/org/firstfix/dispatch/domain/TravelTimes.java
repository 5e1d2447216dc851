package org.firstfix.dispatch.domain;

import java.util.List;
import java.util.Optional;

/**
 * How long ways take. Everybody asks here: the engine's day, candidates, the board, the list of a day.
 *
 * <p>The best that is known counts, in this order: what engineers really needed between two places ({@link Source#MEASURED}), the
 * road network where the operator has given a map ({@link Source#ROADS}), the profile of the branch ({@link Source#PROFILE}), and
 * half an hour where a place is unknown.
 */
public interface TravelTimes {
    /** An estimate is not better than that; and times that people are told come out round. */
    int STEP_SECONDS = 5 * 60;

    /** Where a figure comes from. */
    enum Source {
        MEASURED,
        ROADS,
        PROFILE,
        UNKNOWN
    }

    /** @param seconds not rounded, at least 0 */
    record Way(int seconds, Source source) {
        /** Where a site or a home has no position on the map. */
        public static final Way UNKNOWN = new Way(30 * 60, Source.UNKNOWN);
    }

    Way way(Optional<Place> from, Optional<Place> to, Departure at);

    /** In steps of five minutes, upwards. */
    default int seconds(Optional<Place> from, Optional<Place> to, Departure at) {
        return rounded(way(from, to, at).seconds());
    }

    /** The same for all pairs, {@code [from][to]}. */
    default int[][] table(List<Optional<Place>> places, Departure at) {
        int[][] seconds = new int[places.size()][places.size()];
        for (int from = 0; from < seconds.length; from++) {
            for (int to = 0; to < seconds.length; to++) {
                seconds[from][to] = seconds(places.get(from), places.get(to), at);
            }
        }
        return seconds;
    }

    static int rounded(int seconds) {
        return Math.ceilDiv(seconds, STEP_SECONDS) * STEP_SECONDS;
    }
}
