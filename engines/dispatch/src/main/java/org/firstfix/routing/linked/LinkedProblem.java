package org.firstfix.routing.linked;

/**
 * Visits by several people from one office (place 0), some linked in pairs. A visit may begin after its window, which costs what it is late.
 *
 * @param places number of places
 * @param travel time, which is also the distance, from place a to b at {@code a * places + b}
 * @param place of each visit
 * @param ready earliest start of each visit; {@code due} the start from which on it is late
 * @param partner of each visit, or -1
 * @param leastLag of the second visit of a pair: how long at least after the first it begins; {@code mostLag}: at most
 * @param second whether the visit is the second of its pair
 * @param able by visit and person
 */
public record LinkedProblem(int places, int[] travel, int[] place, int[] ready, int[] due, int[] service, int[] partner, int[] leastLag, int[] mostLag,
        boolean[] second, boolean[][] able) {

    public int visits() {
        return place.length;
    }

    public int people() {
        return able.length == 0 ? 0 : able[0].length;
    }
}
