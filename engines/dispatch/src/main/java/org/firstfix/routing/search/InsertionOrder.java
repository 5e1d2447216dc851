package org.firstfix.routing.search;

/**
 * An order in which absent visits are put back.
 *
 * @param weight how often it is used, relative to the others
 * @param key of each visit; the smallest is put back first. Empty for a random order.
 */
public record InsertionOrder(int weight, long[] key) {

    public static InsertionOrder random(int weight) {
        return new InsertionOrder(weight, new long[0]);
    }
}
