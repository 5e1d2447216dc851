package org.firstfix.dispatch.storage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.firstfix.dispatch.domain.Place;
import org.firstfix.dispatch.domain.RoadNetwork;

/** Driving times between places that somebody asked for. Compact, since a branch has a million of them: a row for each place. */
final class KnownWays {
    /** 3,000 places are 36 MB. Beyond them ways are not kept, and the profile answers. */
    static final int MOST_PLACES = 3_000;
    private static final int NEVER_ASKED = -3;
    private static final int ASKED = -2;

    private final Map<Place, Integer> index = new HashMap<>();
    private int[][] rows = new int[0][];
    private long known;

    record Asked(Place from, Place to) {}

    /** @param compute gets each way that nobody has asked for before */
    synchronized int[][] ask(List<Optional<Place>> places, Consumer<Asked> compute) {
        int[] at = places.stream().mapToInt(place -> place.map(this::indexOf).orElse(-1)).toArray();
        int[][] answer = new int[at.length][at.length];
        for (int from = 0; from < at.length; from++) {
            for (int to = 0; to < at.length; to++) {
                answer[from][to] = at[from] < 0 || at[to] < 0 || from == to ? RoadNetwork.UNKNOWN
                        : of(at[from], at[to], places.get(from).orElseThrow(), places.get(to).orElseThrow(), compute);
            }
        }
        return answer;
    }

    private int of(int from, int to, Place begin, Place end, Consumer<Asked> compute) {
        int seconds = rows[from][to];
        if (seconds == NEVER_ASKED) {
            rows[from][to] = ASKED;
            compute.accept(new Asked(begin, end));
        }
        return seconds < 0 ? RoadNetwork.UNKNOWN : seconds;
    }

    private int indexOf(Place place) {
        Integer there = index.get(place);
        if (there != null) {
            return there;
        }
        if (index.size() == MOST_PLACES) {
            return -1;
        }
        index.put(place, index.size());
        if (index.size() > rows.length) {
            grow(Math.min(MOST_PLACES, Math.max(64, rows.length * 2)));
        }
        return index.size() - 1;
    }

    private void grow(int size) {
        int[][] larger = new int[size][size];
        for (int row = 0; row < size; row++) {
            Arrays.fill(larger[row], NEVER_ASKED);
            if (row < rows.length) {
                System.arraycopy(rows[row], 0, larger[row], 0, rows.length);
            }
        }
        rows = larger;
    }

    synchronized void tell(Asked way, int seconds) {
        rows[indexOf(way.from())][indexOf(way.to())] = seconds;
        known += seconds == RoadNetwork.UNKNOWN ? 0 : 1;
    }

    synchronized long size() {
        return known;
    }
}
