package org.firstfix.routing.search;

/**
 * Overlooks places at random with a fixed small probability. The gap to the next one is drawn at once (it is geometric), so that a place that is not
 * overlooked costs one decrement.
 */
public final class Blinks {
    private final FastRandom random;
    private final double logOfSeeing;
    private int left;

    /** @param probability of overlooking a place; 0 overlooks none */
    public Blinks(FastRandom random, double probability) {
        this.random = random;
        this.logOfSeeing = Math.log1p(-probability);
        this.left = draw();
    }

    public boolean blink() {
        if (--left >= 0) {
            return false;
        }
        left = draw();
        return true;
    }

    private int draw() {
        if (logOfSeeing == 0) {
            return Integer.MAX_VALUE;
        }
        return (int) Math.min(Integer.MAX_VALUE, StrictMath.log(1 - random.nextDouble()) / logOfSeeing);
    }
}
