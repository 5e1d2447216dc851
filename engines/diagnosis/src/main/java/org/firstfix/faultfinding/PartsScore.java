package org.firstfix.faultfinding;

import java.util.List;
import java.util.SortedSet;
import java.util.stream.IntStream;

/** Parts chosen against the parts that repairs took. All figures are 0 to 1 except the losses; without a prediction they are 0. */
public final class PartsScore {
    /** The most parts that are tried. */
    public static final int MOST = 3;
    private static final int CARRIED = 2;
    private static final double SMALLEST = 1e-12;

    private final int[] complete = new int[MOST + 1];
    private final int[] completeOfNeeding = new int[MOST + 1];
    private final Calibration[] promises = {new Calibration(), new Calibration(), new Calibration(), new Calibration()};
    private int predictions;
    private int needing;
    private int any;
    private double loss;

    /** Scores the best choices of at most one, two and three parts, whatever they cost. */
    public void add(PartSets predicted, SortedSet<String> taken) {
        add(predicted, taken, IntStream.rangeClosed(1, MOST).mapToObj(most -> PartsToCarry.best(predicted, Carrying.atMost(most))).toList());
    }

    /** @param choices of at most one, two and three parts, in this order */
    public void add(PartSets predicted, SortedSet<String> taken, List<PartsToCarry> choices) {
        predictions++;
        needing += taken.isEmpty() ? 0 : 1;
        for (int most = 1; most <= MOST; most++) {
            PartsToCarry choice = choices.get(most - 1);
            boolean all = choice.parts().containsAll(taken);
            complete[most] += all ? 1 : 0;
            completeOfNeeding[most] += all && !taken.isEmpty() ? 1 : 0;
            promises[most].add(choice.promise(), all);
        }
        any += choices.get(CARRIED - 1).parts().stream().anyMatch(taken::contains) ? 1 : 0;
        double probability = predicted.sets().stream().filter(set -> set.parts().equals(taken)).mapToDouble(PartSets.PartSet::probability).findFirst()
                .orElse(predicted.unknown());
        loss -= Math.log(Math.max(SMALLEST, probability));
    }

    public int predictions() {
        return predictions;
    }

    /** How many repairs took a part at all. */
    public int needing() {
        return needing;
    }

    /** How often at most so many parts, 1 to 3, were all that was needed; a repair that takes none needs none. */
    public double allNeeded(int most) {
        return predictions == 0 ? 0 : (double) complete[most] / predictions;
    }

    /** The same among the repairs that took a part. */
    public double allNeededOfNeeding(int most) {
        return needing == 0 ? 0 : (double) completeOfNeeding[most] / needing;
    }

    /** Among the repairs that took a part: how often at least one of two carried was needed. */
    public double anyOfTwo() {
        return needing == 0 ? 0 : (double) any / needing;
    }

    /** What was promised for at most so many parts, 1 to 3, against what came true. */
    public Calibration promises(int most) {
        return promises[most];
    }

    /** Mean negative natural logarithm of the probability given to the set that was taken; a set nobody knew counts as "unknown". */
    public double logLoss() {
        return predictions == 0 ? 0 : loss / predictions;
    }
}
