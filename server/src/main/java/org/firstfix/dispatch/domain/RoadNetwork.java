package org.firstfix.dispatch.domain;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Driving times on the roads of a map that the operator has given, on empty roads: how full they are is learnt from legs. Nothing
 * is known without a map, of places off it, and of ways that are still being computed.
 */
public interface RoadNetwork {
    int UNKNOWN = -1;

    /** @param file that the operator has given; empty without one. @param ways known; {@code waiting} to be computed */
    record State(Condition condition, String file, long ways, long waiting) {}

    enum Condition {
        /** No map is given. */
        NO_MAP,
        COMPUTING,
        READY
    }

    State state();

    /** @return seconds by car; none where they are not known (yet) */
    OptionalInt seconds(Place from, Place to);

    /** The same for all pairs, {@link #UNKNOWN} where nothing is known (yet); no rows at all without a map. */
    int[][] known(List<Optional<Place>> places);

    /** No map. */
    RoadNetwork NONE = new RoadNetwork() {
        @Override
        public State state() {
            return new State(Condition.NO_MAP, "", 0, 0);
        }

        @Override
        public OptionalInt seconds(Place from, Place to) {
            return OptionalInt.empty();
        }

        @Override
        public int[][] known(List<Optional<Place>> places) {
            return new int[0][0];
        }
    };
}
