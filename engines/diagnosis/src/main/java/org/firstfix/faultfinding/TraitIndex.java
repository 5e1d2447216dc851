package org.firstfix.faultfinding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers for traits in the order they are first met, and in how many tickets each was met. */
final class TraitIndex {
    private static final int KINDS = TraitKind.values().length;

    private final Map<String, Integer> ids = new HashMap<>();
    private final List<String> keys = new ArrayList<>();
    private TraitKind[] kinds = new TraitKind[1024];
    private int[] tickets = new int[1024];
    private int ticketCount;

    int size() {
        return keys.size();
    }

    String key(int id) {
        return keys.get(id);
    }

    TraitKind kind(int id) {
        return kinds[id];
    }

    int ticketsWith(int id) {
        return tickets[id];
    }

    /** How rare a trait is: the logarithm of tickets to tickets that show it, never below zero. */
    double rarity(int id) {
        return Math.log1p((ticketCount - tickets[id] + .5) / (tickets[id] + .5));
    }

    /** Counts a ticket with its traits; unknown ones get a number. */
    TraitVector learn(List<String> shown) {
        int[] numbers = new int[shown.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = numbered(shown.get(i));
        }
        TraitVector vector = counted(numbers, numbers.length);
        for (int id : vector.ids()) {
            tickets[id]++;
        }
        ticketCount++;
        return vector;
    }

    private int numbered(String key) {
        Integer known = ids.get(key);
        if (known != null) {
            return known;
        }
        int id = keys.size();
        if (id == tickets.length) {
            tickets = Arrays.copyOf(tickets, 2 * id);
            kinds = Arrays.copyOf(kinds, 2 * id);
        }
        ids.put(key, id);
        keys.add(key);
        kinds[id] = TraitKind.of(key);
        return id;
    }

    /** The known ones of these traits. */
    TraitVector known(List<String> shown) {
        int[] numbers = new int[shown.size()];
        int count = 0;
        for (String key : shown) {
            Integer id = ids.get(key);
            if (id != null) {
                numbers[count++] = id;
            }
        }
        return counted(numbers, count);
    }

    /** Weighed by rarity; the kinds keep their shares however many traits each shows, and the whole has length one. */
    TraitVector scaled(TraitVector counts) {
        double[] values = new double[counts.size()];
        double[] squares = new double[KINDS];
        for (int i = 0; i < values.length; i++) {
            int id = counts.ids()[i];
            values[i] = (1 + Math.log(counts.values()[i])) * rarity(id);
            squares[kinds[id].ordinal()] += values[i] * values[i];
        }
        double whole = 0;
        for (TraitKind kind : TraitKind.values()) {
            whole += squares[kind.ordinal()] > 0 ? kind.share * kind.share : 0;
        }
        float[] scaled = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            TraitKind kind = kinds[counts.ids()[i]];
            scaled[i] = (float) (values[i] * kind.share / Math.sqrt(squares[kind.ordinal()] * whole));
        }
        return new TraitVector(counts.ids(), scaled);
    }

    private static TraitVector counted(int[] numbers, int count) {
        Arrays.sort(numbers, 0, count);
        int[] distinct = new int[count];
        float[] times = new float[count];
        int size = 0;
        for (int i = 0; i < count; i++) {
            if (size == 0 || distinct[size - 1] != numbers[i]) {
                distinct[size++] = numbers[i];
            }
            times[size - 1]++;
        }
        return new TraitVector(Arrays.copyOf(distinct, size), Arrays.copyOf(times, size));
    }
}
