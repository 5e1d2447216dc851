package org.firstfix.faultfinding;

/**
 * Traits by number, rising, with how often or how strongly each shows.
 *
 * @param ids rising, without repetition
 * @param values one for each id
 */
record TraitVector(int[] ids, float[] values) {

    int size() {
        return ids.length;
    }
}
