package org.firstfix.dispatch.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The newest fifth of the legs is kept back from a fit, so that there is something neither profile has seen.
 *
 * @param until no leg of {@code seen} arrived later
 */
public record UnseenLegs(List<TravelledLeg> seen, Instant until) {
    /** A new fit on hardly other legs says hardly anything new. */
    static final int WORTH_A_NEW_FIT = 40;
    private static final double KEPT_BACK = 0.2;

    /**
     * @param legs any order; those that are excluded do not count
     * @param lastFit until when the last profile was fitted; none before the first
     * @return none if it is not worth a fit
     */
    public static Optional<UnseenLegs> of(List<TravelledLeg> legs, Optional<Instant> lastFit) {
        List<TravelledLeg> byTime = legs.stream().filter(leg -> leg.exclusion().isEmpty()).sorted(Comparator.comparing(TravelledLeg::arrivedAt)).toList();
        int kept = (int) Math.max(AProfileHasToWin.FEWEST, Math.ceil(byTime.size() * KEPT_BACK));
        int cut = byTime.size() - kept;
        if (cut < TravelFit.FEWEST_LEGS) {
            return Optional.empty();
        }
        Instant until = byTime.get(cut - 1).arrivedAt();
        return isWorthANewFit(byTime, until, lastFit)
                ? Optional.of(new UnseenLegs(byTime.stream().filter(leg -> !leg.arrivedAt().isAfter(until)).toList(), until)) : Optional.empty();
    }

    static boolean isWorthANewFit(List<TravelledLeg> legs, Instant until, Optional<Instant> lastFit) {
        return lastFit.isEmpty() || legs.stream().filter(leg -> leg.arrivedAt().isAfter(lastFit.get()) && !leg.arrivedAt().isAfter(until)).count()
                >= WORTH_A_NEW_FIT;
    }
}
