package org.firstfix.routing.pair;

import org.firstfix.routing.vrp.TimeWindowProblem;

/**
 * Pick-ups and deliveries under time windows.
 *
 * @param places as in {@link TimeWindowProblem}; demand is above 0 at a pick-up and the negative of it at the delivery
 * @param partner of each visit: the delivery of a pick-up, the pick-up of a delivery
 */
public record PairProblem(TimeWindowProblem places, int[] partner) {}
