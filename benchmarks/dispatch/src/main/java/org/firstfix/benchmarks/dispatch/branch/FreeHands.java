package org.firstfix.benchmarks.dispatch.branch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Dispatching by hand: whoever is free is sent to a call, one after the other, with no plan. */
public final class FreeHands implements Dispatcher {
    private static final int URGENT = 3600;

    /** Which pair of a free engineer and a call comes first. */
    private interface Order {
        Comparator<Pair> in(Situation situation);
    }

    private record Pair(Situation.Member member, Situation.Waiting waiting, int way) {}

    private final Order order;

    private FreeHands(Order order) {
        this.order = order;
    }

    /** As a dispatcher at a map would: what is due within the hour first, otherwise the shortest way. */
    public static FreeHands nearestFree() {
        return new FreeHands(situation -> {
            ToLongFunction<Pair> urgent = pair -> pair.waiting.call().due() < situation.now() + URGENT ? pair.waiting.call().due() : Long.MAX_VALUE;
            return Comparator.comparingLong(urgent).thenComparingInt(Pair::way).thenComparingInt(pair -> pair.waiting.call().number())
                    .thenComparingInt(pair -> pair.member.number());
        });
    }

    /** The oldest call, by the nearest who is free. */
    public static FreeHands firstCome() {
        return new FreeHands(_ -> Comparator.<Pair>comparingInt(pair -> pair.waiting.call().arrives()).thenComparingInt(pair -> pair.waiting.call().number())
                .thenComparingInt(Pair::way).thenComparingInt(pair -> pair.member.number()));
    }

    @Override
    public List<Departure> decide(Situation situation) {
        List<Pair> pairs = new ArrayList<>();
        for (Situation.Member member : situation.crew()) {
            for (Situation.Waiting waiting : situation.waiting()) {
                if (member.idle() && situation.possible(member, waiting)) {
                    pairs.add(new Pair(member, waiting, situation.way(member, waiting)));
                }
            }
        }
        pairs.sort(order.in(situation));
        List<Departure> departures = new ArrayList<>();
        for (Pair pair : pairs) {
            if (departures.stream().noneMatch(made -> made.engineer() == pair.member.number() || made.call() == pair.waiting.call().number())) {
                departures.add(new Departure(pair.member.number(), pair.waiting.call().number(), !pair.member.has(pair.waiting.certain()), Map.of()));
            }
        }
        return departures;
    }
}
