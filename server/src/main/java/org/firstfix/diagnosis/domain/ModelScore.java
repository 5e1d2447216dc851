package org.firstfix.diagnosis.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.firstfix.faultfinding.Carrying;
import org.firstfix.faultfinding.PartsToCarry;
import org.firstfix.faultfinding.Prediction;

/**
 * How a model did on a finding that it had not learnt yet.
 *
 * @param logLoss the negative natural logarithm of the probability it gave to the truth; a cause it did not know counts as its unknown
 * @param promise what its best two parts were promised to do; {@code covered} whether they held all the repair took. None when nobody told
 */
public record ModelScore(double logLoss, double topProbability, boolean topHit, boolean firstThree, Optional<Double> promise, Optional<Boolean> covered) {
    private static final double LEAST = 1e-6;

    public static ModelScore of(Prediction prediction, FaultTicket truth) {
        List<Prediction.Likely> likely = prediction.causes();
        double given = likely.stream().filter(cause -> truth.causes().contains(cause.name())).mapToDouble(Prediction.Likely::probability).sum();
        double probability = given > 0 ? given : prediction.unknownCause();
        boolean top = !likely.isEmpty() && truth.causes().contains(likely.getFirst().name());
        boolean three = likely.stream().limit(3).anyMatch(cause -> truth.causes().contains(cause.name()));
        PartsToCarry carried = PartsToCarry.best(prediction.partSets(), Carrying.atMost(AtMostTwoPartsPerVisit.MOST));
        return new ModelScore(-Math.log(Math.max(LEAST, probability)), likely.isEmpty() ? 0 : likely.getFirst().probability(), top, three,
                truth.partKinds().map(kinds -> carried.promise()), truth.partKinds().map(kinds -> new HashSet<>(carried.parts()).containsAll(kinds)));
    }
}
