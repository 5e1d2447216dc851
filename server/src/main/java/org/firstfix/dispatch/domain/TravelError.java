package org.firstfix.dispatch.domain;

import java.util.List;
import java.util.Optional;

/**
 * How far a profile is from what engineers needed, over legs that count.
 *
 * @param meanMinutes mean of the absolute errors (MAE)
 * @param meanShare mean of the absolute errors as shares of the time needed, 0 and up (MAPE)
 * @param biasMinutes mean of predicted less needed: above 0 it promises too much time, below 0 too little
 * @param withinTenMinutes share of the legs with an absolute error of at most ten minutes, 0 to 1
 */
public record TravelError(int legs, double meanMinutes, double meanShare, double biasMinutes, double withinTenMinutes) {
    private static final double NEAR_MINUTES = 10;

    /** @return none if no leg counts */
    public static Optional<TravelError> of(TravelProfile profile, List<TravelledLeg> legs) {
        double absolute = 0;
        double share = 0;
        double bias = 0;
        int near = 0;
        int counted = 0;
        for (TravelledLeg leg : legs) {
            if (leg.exclusion().isEmpty()) {
                double error = profile.minutes(leg.kilometres(), leg.band()) - leg.minutes();
                absolute += Math.abs(error);
                share += Math.abs(error) / leg.minutes();
                bias += error;
                near += Math.abs(error) <= NEAR_MINUTES ? 1 : 0;
                counted++;
            }
        }
        return counted == 0 ? Optional.empty()
                : Optional.of(new TravelError(counted, absolute / counted, share / counted, bias / counted, (double) near / counted));
    }
}
