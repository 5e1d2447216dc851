package org.firstfix.faultfinding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** When we said seventy per cent, how often was it so? Ten bands of equal width. */
public final class Calibration {
    private static final int BANDS = 10;

    private final double[] said = new double[BANDS];
    private final double[] was = new double[BANDS];
    private final int[] times = new int[BANDS];

    /**
     * @param times predictions in the band
     * @param said their mean probability
     * @param was the share that came true
     */
    public record Band(int times, double said, double was) {}

    public void add(double probability, boolean cameTrue) {
        int band = Math.clamp((int) (probability * BANDS), 0, BANDS - 1);
        said[band] += probability;
        was[band] += cameTrue ? 1 : 0;
        times[band]++;
    }

    /** The bands that have predictions, from the least certain. */
    public List<Band> bands() {
        List<Band> bands = new ArrayList<>();
        for (int band = 0; band < BANDS; band++) {
            if (times[band] > 0) {
                bands.add(new Band(times[band], said[band] / times[band], was[band] / times[band]));
            }
        }
        return bands;
    }

    /** Expected calibration error: the distance between said and was, averaged over predictions (Naeini et al. 2015); 0 without any. */
    public double error() {
        double sum = 0;
        int all = 0;
        for (int band = 0; band < BANDS; band++) {
            sum += Math.abs(said[band] - was[band]);
            all += times[band];
        }
        return all == 0 ? 0 : sum / all;
    }

    /** The mean of what was said; 0 without any. */
    public double meanSaid() {
        int all = Arrays.stream(times).sum();
        return all == 0 ? 0 : Arrays.stream(said).sum() / all;
    }
}
