package org.firstfix.dispatch.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** What engineers really needed from one square of the map to another in an hour band: laid over every estimate. */
public final class MeasuredWays {
    /** Fewer say too little: one traffic jam would be the rule. */
    public static final int FEWEST_LEGS = 5;
    /** Roads and traffic change; what is older does not count. */
    public static final Duration COUNTS_FOR = Duration.ofDays(180);
    public static final MeasuredWays NONE = new MeasuredWays(List.of());

    /** @param seconds the median of the legs */
    public record MeasuredWay(Cell from, Cell to, HourBand band, int seconds, int legs) {}

    private record Between(Cell from, Cell to) {}

    private record Key(Between between, HourBand band) {}

    private final Map<Key, Integer> seconds;
    private final List<MeasuredWay> ways;

    public MeasuredWays(List<MeasuredWay> ways) {
        this.ways = List.copyOf(ways);
        this.seconds = ways.stream().collect(Collectors.toMap(way -> new Key(new Between(way.from(), way.to()), way.band()), MeasuredWay::seconds));
    }

    /** @param legs any; which of them count is decided here */
    public static MeasuredWays of(List<TravelledLeg> legs, Instant now) {
        Map<Key, List<Integer>> byWay = new HashMap<>();
        for (TravelledLeg leg : legs) {
            if (isRecentEnough(leg, now) && leg.exclusion().isEmpty()) {
                leg.from().ifPresent(from -> leg.to().ifPresent(to -> byWay
                        .computeIfAbsent(new Key(new Between(Cell.of(from), Cell.of(to)), leg.band()), key -> new ArrayList<>()).add(leg.seconds())));
            }
        }
        return new MeasuredWays(byWay.entrySet().stream().filter(entry -> isMeasuredOftenEnough(entry.getValue()))
                .map(entry -> new MeasuredWay(entry.getKey().between().from(), entry.getKey().between().to(), entry.getKey().band(),
                        median(entry.getValue()), entry.getValue().size())).toList());
    }

    static boolean isRecentEnough(TravelledLeg leg, Instant now) {
        return !leg.arrivedAt().isBefore(now.minus(COUNTS_FOR));
    }

    static boolean isMeasuredOftenEnough(List<Integer> legs) {
        return legs.size() >= FEWEST_LEGS;
    }

    /** Of two in the middle the mean. */
    static int median(List<Integer> values) {
        List<Integer> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : Math.ceilDiv(sorted.get(middle - 1) + sorted.get(middle), 2);
    }

    public List<MeasuredWay> ways() {
        return ways;
    }

    public OptionalInt seconds(Place from, Place to, HourBand band) {
        Integer known = seconds.isEmpty() || isSamePlace(from, to) ? null
                : seconds.get(new Key(new Between(Cell.of(from), Cell.of(to)), band));
        return known == null ? OptionalInt.empty() : OptionalInt.of(known);
    }

    private static boolean isSamePlace(Place from, Place to) {
        return from.kilometresTo(to) < TravelProfile.SAME_PLACE;
    }

    /** Puts what is known, in steps of five minutes, into a table of all pairs of places. */
    void fill(List<Optional<Place>> places, HourBand band, int[][] table) {
        Map<Cell, List<Integer>> inCell = new HashMap<>();
        for (int i = 0; i < places.size(); i++) {
            int place = i;
            places.get(i).ifPresent(where -> inCell.computeIfAbsent(Cell.of(where), cell -> new ArrayList<>()).add(place));
        }
        for (MeasuredWay way : ways) {
            if (way.band() == band) {
                for (int from : inCell.getOrDefault(way.from(), List.of())) {
                    for (int to : inCell.getOrDefault(way.to(), List.of())) {
                        if (!isSamePlace(places.get(from).orElseThrow(), places.get(to).orElseThrow())) {
                            table[from][to] = TravelTimes.rounded(way.seconds());
                        }
                    }
                }
            }
        }
    }
}
