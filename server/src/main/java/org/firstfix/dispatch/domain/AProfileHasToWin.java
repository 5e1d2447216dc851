package org.firstfix.dispatch.domain;

import java.util.List;

/**
 * A profile takes over only when it was nearer to what engineers needed than the one in force, on legs that neither had seen: a
 * lower absolute error in pairs, by more than 1.28 standard errors (nine times in ten not by luck). One that could not within
 * {@value #ENOUGH} legs gives way to a newer one.
 */
public final class AProfileHasToWin {
    public static final int FEWEST = 20;
    public static final int ENOUGH = 400;
    private static final double STANDARD_ERRORS = 1.2816;

    public enum Verdict {
        WAITS,
        WINS,
        LOSES
    }

    /** @param gainMinutes by how much the mean absolute error is lower; {@code standardError} its standard error */
    public record Decision(Verdict verdict, int legs, double gainMinutes, double standardError) {}

    private AProfileHasToWin() {}

    public static Decision decide(TravelProfile inForce, TravelProfile proposal, List<TravelledLeg> unseen) {
        double[] gains = unseen.stream().filter(leg -> leg.exclusion().isEmpty())
                .mapToDouble(leg -> error(inForce, leg) - error(proposal, leg)).toArray();
        int n = gains.length;
        double mean = n == 0 ? 0 : java.util.stream.DoubleStream.of(gains).sum() / n;
        double squares = java.util.stream.DoubleStream.of(gains).map(gain -> (gain - mean) * (gain - mean)).sum();
        double error = n < 2 ? 0 : Math.sqrt(squares / (n - 1) / n);
        Verdict verdict = n < FEWEST ? Verdict.WAITS
                : mean > STANDARD_ERRORS * error && mean > 0 ? Verdict.WINS
                : mean < -STANDARD_ERRORS * error || n >= ENOUGH ? Verdict.LOSES : Verdict.WAITS;
        return new Decision(verdict, n, mean, error);
    }

    private static double error(TravelProfile profile, TravelledLeg leg) {
        return Math.abs(profile.minutes(leg.kilometres(), leg.band()) - leg.minutes());
    }
}
