package org.firstfix.benchmarks.dispatch.branch;

/**
 * The mean of differences day by day and the half width of its 95 % confidence interval, by the normal distribution: meant for 30 days and more.
 *
 * @param halfWidth not a number for fewer than two days
 */
public record PairedDifference(double mean, double halfWidth) {

    /** Of {@code one} less {@code other}, which have the same length. */
    public static PairedDifference of(double[] one, double[] other) {
        if (one.length != other.length || one.length == 0) {
            throw new IllegalArgumentException(one.length + " and " + other.length + " days cannot be paired.");
        }
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] - other[i];
        }
        double mean = sum / one.length;
        double squares = 0;
        for (int i = 0; i < one.length; i++) {
            squares += Math.pow(one[i] - other[i] - mean, 2);
        }
        return new PairedDifference(mean, one.length < 2 ? Double.NaN : 1.96 * Math.sqrt(squares / (one.length - 1) / one.length));
    }
}
