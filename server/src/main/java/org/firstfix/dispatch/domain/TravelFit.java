package org.firstfix.dispatch.domain;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * Fits a {@link TravelProfile} to travelled legs.
 *
 * <p>For each hour band the curve t(d) = a + Σ s_k · d_k is sought, d_k being the kilometres of a way within distance band k, with
 * a ≥ 0 and s_k ≥ 0, which makes it monotone. Minimised is Σ ρ((t_i − t(d_i)) / (c · σ_i)) with Huber's ρ (P. J. Huber, Robust
 * Estimation of a Location Parameter, 1964; constant 1.345): near the curve a leg counts by its square, far off by its distance
 * only, so a detour for lunch pulls little. σ_i is {@value #RELATIVE_NOISE} of the time expected and at least
 * {@value #LEAST_NOISE_MINUTES} minutes, since long ways vary more; c is 1.4826 times the median of the absolute residuals.
 * Solved by iteratively reweighted least squares (Holland and Welsch 1977), each step by coordinate descent held at zero
 * (Franc, Hlaváč and Navara 2005).
 *
 * <p>Shrinkage: what is believed already counts as {@value #PRIOR_LEGS} legs that went exactly as it says, spread over the distance
 * bands. The curve of all hours is drawn to the house's profile, that of each hour band to the curve of all hours. With fewer than
 * {@value #FEWEST_LEGS} legs nothing is fitted: the house's profile stays.
 */
public final class TravelFit {
    /** What is older says little about the roads of today. */
    public static final Duration LEARNS_FROM = Duration.ofDays(540);
    public static final int FEWEST_LEGS = 30;
    static final int PRIOR_LEGS = 20;
    static final double LEAST_NOISE_MINUTES = 2;
    static final double RELATIVE_NOISE = 0.2;
    private static final double HUBER = 1.345;
    private static final double MAD = 1.4826;
    private static final int REWEIGHTINGS = 15;
    private static final int SWEEPS = 2_000;
    private static final double SETTLED = 1e-7;
    private static final int UNKNOWNS = 1 + TravelCurve.BANDS;
    /** Where the prior is held on to: at no distance, and in the middle of each band. */
    private static final double[] PRIOR_KILOMETRES = {0, 1, 3.5, 7.5, 15, 35, 75};

    private TravelFit() {}

    /** A leg as the fit sees it. */
    private record Sample(double kilometres, double minutes) {}

    /** @param legs any; those that are excluded do not count. @param house in force before anything was measured */
    public static TravelProfile fit(List<TravelledLeg> legs, TravelProfile house) {
        List<TravelledLeg> counting = legs.stream().filter(leg -> leg.exclusion().isEmpty()).toList();
        if (counting.size() < FEWEST_LEGS) {
            return house;
        }
        TravelCurve all = curve(samples(counting), house.curves().get(HourBand.DAYTIME));
        Map<HourBand, List<TravelledLeg>> byBand = counting.stream().collect(Collectors.groupingBy(TravelledLeg::band));
        Map<HourBand, TravelCurve> curves = new EnumMap<>(HourBand.class);
        for (HourBand band : HourBand.values()) {
            curves.put(band, byBand.containsKey(band) ? curve(samples(byBand.get(band)), all) : all);
        }
        return new TravelProfile(curves);
    }

    private static List<Sample> samples(List<TravelledLeg> legs) {
        return legs.stream().map(leg -> new Sample(leg.kilometres(), leg.minutes())).toList();
    }

    private static TravelCurve curve(List<Sample> legs, TravelCurve prior) {
        TravelCurve curve = prior;
        double[] weights = new double[legs.size()];
        Arrays.fill(weights, 1);
        for (int round = 0; round < REWEIGHTINGS; round++) {
            TravelCurve before = curve;
            curve = leastSquares(legs, weights, before, prior);
            reweigh(legs, weights, curve);
        }
        return curve;
    }

    private static double noise(double minutes) {
        return Math.max(LEAST_NOISE_MINUTES, RELATIVE_NOISE * minutes);
    }

    private static void reweigh(List<Sample> legs, double[] weights, TravelCurve curve) {
        double[] residuals = new double[weights.length];
        for (int i = 0; i < residuals.length; i++) {
            double expected = curve.minutes(legs.get(i).kilometres());
            residuals[i] = Math.abs(legs.get(i).minutes() - expected) / noise(expected);
        }
        double scale = Math.max(1e-3, MAD * DoubleStream.of(residuals).sorted().skip(residuals.length / 2).findFirst().orElse(1));
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.min(1, HUBER * scale / Math.max(1e-9, residuals[i]));
        }
    }

    /** The normal equations, weighted by the noise expected at {@code before}; solved one unknown at a time, none below zero. */
    private static TravelCurve leastSquares(List<Sample> legs, double[] weights, TravelCurve before, TravelCurve prior) {
        double[][] products = new double[UNKNOWNS][UNKNOWNS];
        double[] answers = new double[UNKNOWNS];
        for (int i = 0; i < weights.length; i++) {
            double expected = noise(before.minutes(legs.get(i).kilometres()));
            add(products, answers, legs.get(i).kilometres(), legs.get(i).minutes(), weights[i] / (expected * expected));
        }
        for (double kilometres : PRIOR_KILOMETRES) {
            double believed = prior.minutes(kilometres);
            add(products, answers, kilometres, believed,
                    (double) PRIOR_LEGS / PRIOR_KILOMETRES.length / Math.pow(noise(believed), 2));
        }
        return solve(products, answers, before);
    }

    private static void add(double[][] products, double[] answers, double kilometres, double minutes, double weight) {
        double[] row = new double[UNKNOWNS];
        row[0] = 1;
        for (int band = 0; band < TravelCurve.BANDS; band++) {
            row[band + 1] = TravelCurve.kilometresInBand(kilometres, band);
        }
        for (int one = 0; one < UNKNOWNS; one++) {
            answers[one] += weight * row[one] * minutes;
            for (int other = 0; other < UNKNOWNS; other++) {
                products[one][other] += weight * row[one] * row[other];
            }
        }
    }

    private static TravelCurve solve(double[][] products, double[] answers, TravelCurve start) {
        double[] found = new double[UNKNOWNS];
        found[0] = start.fixedMinutes();
        for (int band = 0; band < TravelCurve.BANDS; band++) {
            found[band + 1] = start.minutesPerKilometre().get(band);
        }
        double moved = 1;
        for (int sweep = 0; sweep < SWEEPS && moved > SETTLED; sweep++) {
            moved = 0;
            for (int one = 0; one < UNKNOWNS; one++) {
                double rest = answers[one];
                for (int other = 0; other < UNKNOWNS; other++) {
                    rest -= products[one][other] * found[other];
                }
                double next = Math.max(0, found[one] + rest / products[one][one]);
                moved = Math.max(moved, Math.abs(next - found[one]));
                found[one] = next;
            }
        }
        return new TravelCurve(found[0], DoubleStream.of(found).skip(1).boxed().toList());
    }
}
