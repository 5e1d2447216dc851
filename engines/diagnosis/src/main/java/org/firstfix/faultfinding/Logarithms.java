package org.firstfix.faultfinding;

/** Arithmetic with logarithms of probabilities. */
final class Logarithms {
    private Logarithms() {}

    /** Brings scores to logarithms of probabilities that add up to one, in place. */
    static double[] normalise(double[] scores) {
        double highest = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            highest = Math.max(highest, score);
        }
        double sum = 0;
        for (double score : scores) {
            sum += Math.exp(score - highest);
        }
        double shift = highest + Math.log(sum);
        for (int i = 0; i < scores.length; i++) {
            scores[i] -= shift;
        }
        return scores;
    }

    static double[] exponentials(double[] logarithms) {
        double[] probabilities = new double[logarithms.length];
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = Math.exp(logarithms[i]);
        }
        return probabilities;
    }
}
