package org.firstfix.dispatch.domain;

import java.util.List;

/**
 * Minutes of a way by its great-circle kilometres: some minutes that every way costs (to the car, to park, to the gate), and
 * minutes for each kilometre, fewer or more by distance band. No figure is negative, so a longer way never takes less time.
 *
 * @param fixedMinutes of every way, at least 0
 * @param minutesPerKilometre one for each of the {@value #BANDS} bands that begin at {@link #FROM_KILOMETRES}, each at least 0
 */
public record TravelCurve(double fixedMinutes, List<Double> minutesPerKilometre) {
    static final int BANDS = 6;
    /** Where distance bands begin: in the quarter, in town, across town, into the county, between towns, far. */
    public static final List<Double> FROM_KILOMETRES = List.of(0.0, 2.0, 5.0, 10.0, 20.0, 50.0);

    public TravelCurve {
        minutesPerKilometre = List.copyOf(minutesPerKilometre);
        if (minutesPerKilometre.size() != BANDS || !(fixedMinutes >= 0) || minutesPerKilometre.stream().anyMatch(slope -> !(slope >= 0))) {
            throw new IllegalArgumentException("a curve of " + fixedMinutes + " minutes and " + minutesPerKilometre + " per kilometre: "
                    + BANDS + " figures of at least 0 are needed.");
        }
    }

    /** The same at every distance. */
    static TravelCurve straight(double minutesPerKilometre) {
        return new TravelCurve(0, java.util.Collections.nCopies(BANDS, minutesPerKilometre));
    }

    public double minutes(double kilometres) {
        return bends().minutes(kilometres);
    }

    /** The same for many ways. */
    Bends bends() {
        double[] begin = new double[BANDS];
        double[] slope = new double[BANDS];
        double minutes = fixedMinutes;
        for (int band = 0; band < BANDS; band++) {
            begin[band] = minutes;
            slope[band] = minutesPerKilometre.get(band);
            minutes += band + 1 < BANDS ? slope[band] * (FROM_KILOMETRES.get(band + 1) - FROM_KILOMETRES.get(band)) : 0;
        }
        return new Bends(begin, slope);
    }

    /** Where the curve bends: the minutes there, and how it goes on. */
    static final class Bends {
        private static final double[] FROM = FROM_KILOMETRES.stream().mapToDouble(Double::doubleValue).toArray();
        private final double[] minutes;
        private final double[] slope;

        private Bends(double[] minutes, double[] slope) {
            this.minutes = minutes;
            this.slope = slope;
        }

        double minutes(double kilometres) {
            int band = 0;
            while (band + 1 < BANDS && kilometres >= FROM[band + 1]) {
                band++;
            }
            return minutes[band] + (kilometres - FROM[band]) * slope[band];
        }
    }

    /** How much of a way lies in a distance band. */
    static double kilometresInBand(double kilometres, int band) {
        double from = FROM_KILOMETRES.get(band);
        double to = band + 1 < BANDS ? FROM_KILOMETRES.get(band + 1) : Double.POSITIVE_INFINITY;
        return Math.max(0, Math.min(kilometres, to) - from);
    }

    /** In which band a way ends, from 0. */
    public static int bandOf(double kilometres) {
        int band = 0;
        while (band + 1 < BANDS && kilometres >= FROM_KILOMETRES.get(band + 1)) {
            band++;
        }
        return band;
    }
}
