package org.firstfix.routing.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is in a van on the way: pieces that visits take for certain, and pieces they are expected to take. One object belongs to one thread.
 *
 * <p>Expected pieces are probability times pieces, summed over the visits before: with two pieces and two visits that each take one in 40 % of cases, 1.2
 * are left. A set of parts is there with the product, over its parts, of the share that is left of its last piece. Everything is counted in millionths and
 * rounded down, parts in the order of their names.
 */
final class VanStock {
    private static final int NONE = -1;
    private static final long PIECE = Completion.CERTAIN;

    private final int kinds;
    /** Kinds of parts and pieces of each visit. */
    private final int[][] neededKinds;
    private final int[][] needed;
    /** Pieces by engineer and kind. */
    private final int[] stock;
    private final Sets[] sets;
    private final boolean anyProbable;
    private final int[] left;
    private final long[] expected;
    /** Pieces missing without a pick-up, by position. */
    final int[] missing;
    /** Chance that something is missing without a pick-up, in millionths, by position. */
    final int[] chance;
    /** With the pick-up counted last. */
    final int[] chanceAfterPickUp;
    private int firstInNeed;

    /** The probable parts of a visit as numbers; {@code taken} are the kinds of any set. */
    private record Sets(int[] millionths, int[][] kinds, int[][] pieces, int[] taken, long[] expectedPieces) {}

    VanStock(ServiceDay day) {
        TreeSet<String> parts = new TreeSet<>();
        for (Visit visit : day.visits()) {
            parts.addAll(visit.parts().keySet());
            visit.completion().sets().forEach(set -> parts.addAll(set.parts().keySet()));
        }
        List<String> names = new ArrayList<>(parts);
        kinds = names.size();
        neededKinds = new int[day.visits().size()][];
        needed = new int[day.visits().size()][];
        stock = new int[day.engineers().size() * kinds];
        sets = new Sets[day.visits().size()];
        for (int visit = 0; visit < sets.length; visit++) {
            Map<String, Integer> certain = day.visits().get(visit).parts();
            neededKinds[visit] = certain.keySet().stream().mapToInt(names::indexOf).sorted().toArray();
            needed[visit] = Arrays.stream(neededKinds[visit]).map(kind -> certain.getOrDefault(names.get(kind), 0)).toArray();
            sets[visit] = sets(day.visits().get(visit).completion(), names);
        }
        for (int engineer = 0; engineer < day.engineers().size(); engineer++) {
            fill(stock, engineer, names, day.engineers().get(engineer).stock());
        }
        anyProbable = Arrays.stream(sets).anyMatch(of -> of.millionths.length > 0);
        int most = day.visits().size() + 1;
        missing = new int[most];
        chance = new int[most];
        chanceAfterPickUp = new int[most];
        left = new int[kinds];
        expected = new long[kinds];
    }

    private VanStock(VanStock other) {
        kinds = other.kinds;
        neededKinds = other.neededKinds;
        needed = other.needed;
        stock = other.stock;
        sets = other.sets;
        anyProbable = other.anyProbable;
        missing = new int[other.missing.length];
        chance = new int[missing.length];
        chanceAfterPickUp = new int[missing.length];
        left = new int[kinds];
        expected = new long[kinds];
    }

    /** For another thread or state. */
    VanStock sibling() {
        return new VanStock(this);
    }

    private static void fill(int[] table, int row, List<String> names, Map<String, Integer> pieces) {
        for (int kind = 0; kind < names.size(); kind++) {
            table[row * names.size() + kind] = pieces.getOrDefault(names.get(kind), 0);
        }
    }

    private static Sets sets(Completion completion, List<String> names) {
        int count = completion.secondVisitCents() == 0 ? 0 : completion.sets().size();
        int[] millionths = new int[count];
        int[][] kinds = new int[count][];
        int[][] pieces = new int[count][];
        TreeMap<Integer, Long> expected = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            Completion.PartSet set = completion.sets().get(i);
            millionths[i] = set.millionths();
            kinds[i] = set.parts().keySet().stream().mapToInt(names::indexOf).sorted().toArray();
            pieces[i] = Arrays.stream(kinds[i]).map(kind -> set.parts().getOrDefault(names.get(kind), 0)).toArray();
            for (int j = 0; j < kinds[i].length; j++) {
                expected.merge(kinds[i][j], (long) millionths[i] * pieces[i][j], Long::sum);
            }
        }
        return new Sets(millionths, kinds, pieces, expected.keySet().stream().mapToInt(Integer::intValue).toArray(),
                expected.values().stream().mapToLong(Long::longValue).toArray());
    }

    /** Counts what a route lacks if nobody goes by the depot. */
    void count(int engineer, int[] sequence, int length) {
        firstInNeed = NONE;
        if (kinds == 0) {
            return;
        }
        for (int i = 0; i < length; i++) {
            for (int kind : neededKinds[sequence[i]]) {
                left[kind] = stock[engineer * kinds + kind];
            }
        }
        for (int i = 0; i < length; i++) {
            missing[i] = 0;
            int[] of = neededKinds[sequence[i]];
            for (int j = 0; j < of.length; j++) {
                int wanted = needed[sequence[i]][j];
                missing[i] += Math.max(0, wanted - left[of[j]]);
                left[of[j]] = Math.max(0, left[of[j]] - wanted);
            }
            if (missing[i] > 0 && firstInNeed == NONE) {
                firstInNeed = i;
            }
        }
    }

    /** Counts chances without a pick-up. */
    void countChances(int engineer, int[] sequence, int length) {
        if (anyProbable) {
            chances(engineer, sequence, length, length, chance);
        }
    }

    /** Counts chances for a pick-up on the way to this position. */
    void countPickUp(int engineer, int[] sequence, int length, int pickUp) {
        if (anyProbable) {
            chances(engineer, sequence, length, pickUp, chanceAfterPickUp);
        }
    }

    private void chances(int engineer, int[] sequence, int length, int pickUp, int[] chances) {
        for (int i = 0; i < length; i++) {
            for (int kind : sets[sequence[i]].taken) {
                expected[kind] = stock[engineer * kinds + kind] * PIECE;
            }
        }
        for (int i = 0; i < length; i++) {
            int visit = sequence[i];
            int[] of = neededKinds[visit];
            for (int j = 0; j < of.length && i < pickUp; j++) {
                expected[of[j]] = Math.max(0, expected[of[j]] - needed[visit][j] * PIECE);
            }
            chances[i] = sets[visit].millionths.length == 0 ? 0 : take(sets[visit], i >= pickUp);
        }
    }

    /** @return the chance that the van lacks something; what is expected to be taken is taken */
    private int take(Sets of, boolean loaded) {
        int one = NONE;
        int other = NONE;
        long lacking = lacking(of, NONE, NONE);
        for (int i = 0; loaded && i < of.taken.length; i++) {
            for (int j = i; lacking > 0 && j < of.taken.length; j++) {
                long less = lacking(of, of.taken[i], of.taken[j]);
                if (less < lacking) {
                    lacking = less;
                    one = of.taken[i];
                    other = of.taken[j];
                }
            }
        }
        for (int i = 0; i < of.taken.length; i++) {
            int kind = of.taken[i];
            if (kind != one && kind != other) {
                expected[kind] = Math.max(0, expected[kind] - of.expectedPieces[i]);
            }
        }
        return (int) lacking;
    }

    /** @param one kind that is carried as well as {@code other}, whatever the van holds */
    private long lacking(Sets of, int one, int other) {
        long lacking = 0;
        for (int i = 0; i < of.millionths.length; i++) {
            long there = of.millionths[i];
            for (int j = 0; j < of.kinds[i].length && there > 0; j++) {
                int kind = of.kinds[i][j];
                if (kind != one && kind != other) {
                    long ofLast = expected[kind] - (of.pieces[i][j] - 1) * PIECE;
                    there = ofLast >= PIECE ? there : ofLast <= 0 ? 0 : there * ofLast / PIECE;
                }
            }
            lacking += of.millionths[i] - there;
        }
        return lacking;
    }

    /** The first position where a certain part is missing without a pick-up, or -1. */
    int firstInNeed() {
        return firstInNeed;
    }

    boolean anyProbable() {
        return anyProbable;
    }
}
