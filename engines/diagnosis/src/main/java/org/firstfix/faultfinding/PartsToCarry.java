package org.firstfix.faultfinding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Parts to take along.
 *
 * @param parts sorted; fewer than allowed when another one is not worth its cost
 * @param promise the probability that they are all that is needed
 * @param worth value of the promise less expected costs, in the money of {@link Carrying}
 */
public record PartsToCarry(List<String> parts, double promise, double worth) {
    /** Differences below this come from the order of adding. */
    private static final double EQUAL = 1e-12;
    private static final Comparator<PartsToCarry> BEST_FIRST = (one, other) -> {
        if (Math.abs(one.worth - other.worth) > EQUAL) {
            return Double.compare(other.worth, one.worth);
        }
        int fewer = Integer.compare(one.parts.size(), other.parts.size());
        return fewer != 0 ? fewer : one.parts.toString().compareTo(other.parts.toString());
    };

    /** The best choice, exact over all choices of the candidates. Two best parts one by one, or one after the other, may be a worse choice. */
    public static PartsToCarry best(PartSets sets, Carrying carrying) {
        return ranked(sets, carrying, 1).getFirst();
    }

    /** The best choices, the best first; of equals the one with fewer parts, then by name. At least one: carrying nothing is a choice. */
    public static List<PartsToCarry> ranked(PartSets sets, Carrying carrying, int count) {
        return new Choice(sets, carrying, count).ranked();
    }

    /** One choice being made: what each part, pair and triple adds, over numbered candidates. */
    private static final class Choice {
        private final Carrying carrying;
        private final int count;
        private final List<String> names = new ArrayList<>();
        private final double[] cost;
        private final double[] alone;
        private final double[][] pairs;
        private final Map<Integer, Double> triples = new HashMap<>();
        private double nothing;
        private final List<PartsToCarry> best = new ArrayList<>();

        Choice(PartSets sets, Carrying carrying, int count) {
            this.carrying = carrying;
            this.count = count;
            Map<String, Double> need = new HashMap<>();
            sets.sets().forEach(set -> set.parts().forEach(part -> need.merge(part, set.probability(), Double::sum)));
            need.entrySet().stream().filter(part -> Double.isFinite(carrying.cost(part.getKey(), part.getValue())))
                    .sorted(Map.Entry.<String, Double>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                    .limit(carrying.candidates()).forEach(part -> names.add(part.getKey()));
            Map<String, Integer> numbers = new HashMap<>();
            names.forEach(name -> numbers.put(name, numbers.size()));
            cost = names.stream().mapToDouble(name -> carrying.cost(name, need.get(name))).toArray();
            alone = new double[names.size()];
            pairs = new double[names.size()][names.size()];
            sets.sets().forEach(set -> add(set, numbers));
        }

        private void add(PartSets.PartSet set, Map<String, Integer> numbers) {
            if (set.parts().size() > 3 || !numbers.keySet().containsAll(set.parts())) {
                return;
            }
            int[] ids = set.parts().stream().mapToInt(numbers::get).sorted().toArray();
            switch (ids.length) {
                case 0 -> nothing += set.probability();
                case 1 -> alone[ids[0]] += set.probability();
                case 2 -> pairs[ids[0]][ids[1]] += set.probability();
                default -> triples.merge((ids[0] * names.size() + ids[1]) * names.size() + ids[2], set.probability(), Double::sum);
            }
        }

        List<PartsToCarry> ranked() {
            offer(nothing, 0);
            int parts = names.size();
            for (int i = 0; i < parts && carrying.most() > 0; i++) {
                double one = nothing + alone[i];
                offer(one, cost[i], i);
                for (int j = i + 1; j < parts && carrying.most() > 1; j++) {
                    double two = one + alone[j] + pairs[i][j];
                    offer(two, cost[i] + cost[j], i, j);
                    for (int k = j + 1; k < parts && carrying.most() > 2; k++) {
                        double three = two + alone[k] + pairs[i][k] + pairs[j][k] + triples.getOrDefault((i * parts + j) * parts + k, 0.0);
                        offer(three, cost[i] + cost[j] + cost[k], i, j, k);
                    }
                }
            }
            return List.copyOf(best);
        }

        private void offer(double promise, double costs, int... chosen) {
            double worth = carrying.value() * promise - costs;
            if (best.size() == count && worth < best.getLast().worth() - EQUAL) {
                return;
            }
            PartsToCarry offered = new PartsToCarry(List.copyOf(new TreeSet<>(Arrays.stream(chosen).mapToObj(names::get).toList())), promise, worth);
            int at = best.size();
            while (at > 0 && BEST_FIRST.compare(offered, best.get(at - 1)) < 0) {
                at--;
            }
            best.add(at, offered);
            if (best.size() > count) {
                best.removeLast();
            }
        }
    }
}
