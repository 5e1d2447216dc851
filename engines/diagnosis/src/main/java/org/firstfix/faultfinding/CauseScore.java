package org.firstfix.faultfinding;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Predicted causes against the true ones. All figures are 0 to 1 except the losses; without a prediction they are 0. */
public final class CauseScore {
    private static final double SMALLEST = 1e-12;

    private final Map<String, int[]> hitsMissesAlarms = new TreeMap<>();
    private final Calibration calibration = new Calibration();
    private int predictions;
    private int first;
    private int firstThree;
    private double loss;

    public void add(Prediction prediction, String truth) {
        predictions++;
        List<Prediction.Likely> causes = prediction.causes();
        int rank = 0;
        while (rank < causes.size() && !causes.get(rank).name().equals(truth)) {
            rank++;
        }
        boolean known = rank < causes.size();
        first += known && rank == 0 ? 1 : 0;
        firstThree += known && rank < 3 ? 1 : 0;
        loss -= Math.log(Math.max(SMALLEST, known ? causes.get(rank).probability() : prediction.unknownCause()));
        if (!causes.isEmpty()) {
            calibration.add(causes.getFirst().probability(), rank == 0);
            counts(causes.getFirst().name())[rank == 0 ? 0 : 2]++;
        }
        if (rank != 0 || causes.isEmpty()) {
            counts(truth)[1]++;
        }
    }

    private int[] counts(String cause) {
        return hitsMissesAlarms.computeIfAbsent(cause, none -> new int[3]);
    }

    public int predictions() {
        return predictions;
    }

    /** How often the most probable cause was the true one. */
    public double top1() {
        return share(first);
    }

    public double top3() {
        return share(firstThree);
    }

    /** F1 of every cause that was true at least once, averaged: rare causes count like frequent ones. */
    public double macroF1() {
        return hitsMissesAlarms.values().stream().filter(counts -> counts[0] + counts[1] > 0)
                .mapToDouble(counts -> 2.0 * counts[0] / (2 * counts[0] + counts[1] + counts[2])).average().orElse(0);
    }

    /** Mean negative natural logarithm of the probability given to the true cause; a cause nobody knew counts as "unknown". */
    public double logLoss() {
        return predictions == 0 ? 0 : loss / predictions;
    }

    /** Of the most probable cause. */
    public Calibration calibration() {
        return calibration;
    }

    private double share(int times) {
        return predictions == 0 ? 0 : (double) times / predictions;
    }
}
