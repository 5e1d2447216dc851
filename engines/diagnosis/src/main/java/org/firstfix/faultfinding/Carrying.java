package org.firstfix.faultfinding;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What may be carried and what it costs, all in one unit of money.
 *
 * @param most how many parts an engineer takes, 0 to 3
 * @param value what it is worth when the first visit has all it needs; above 0
 * @param unused cost of a part that is carried and comes back unused, by part; 0 for parts not named
 * @param scarcity cost of taking a part away from where it may be needed more, by part; infinite when there is none in stock; 0 for parts not named
 * @param candidates how many parts are considered, the most probably needed first; at least one
 */
public record Carrying(int most, double value, Map<String, Double> unused, Map<String, Double> scarcity, int candidates) {
    private static final int USUAL_CANDIDATES = 50;

    public Carrying {
        if (most < 0 || most > 3) {
            throw new IllegalArgumentException("at most " + most + " parts: between none and three can be chosen.");
        }
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("a first visit that has all it needs is worth " + value + ": it has to be above zero.");
        }
        if (candidates < 1) {
            throw new IllegalArgumentException(candidates + " candidates leave nothing to choose from.");
        }
        unused = costs("unused", unused);
        scarcity = costs("scarcity", scarcity);
    }

    /** The best chance, whatever it costs. */
    public static Carrying atMost(int parts) {
        return new Carrying(parts, 1, Map.of(), Map.of(), USUAL_CANDIDATES);
    }

    private static Map<String, Double> costs(String what, Map<String, Double> costs) {
        costs.forEach((part, cost) -> {
            if (!(cost >= 0)) {
                throw new IllegalArgumentException("the cost (" + what + ") of " + part + " is " + cost + ". Costs are zero or more.");
            }
        });
        return Collections.unmodifiableMap(new TreeMap<>(costs));
    }

    double cost(String part, double need) {
        return (1 - need) * unused.getOrDefault(part, 0.0) + scarcity.getOrDefault(part, 0.0);
    }
}
