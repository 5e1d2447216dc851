package org.firstfix.routing.plan;

/**
 * Two visits of which nobody makes one without the other. Visits that hang together by links are planned and taken out as one.
 *
 * @param first id of a visit, and {@code second} of another
 * @param least seconds from the begin of the first to the begin of the second, may be negative; {@link #ANY_TIME} for no bound
 * @param most seconds from the begin of the first to the begin of the second; {@link Visit#NEVER} for no bound
 * @param by whom the second may be made
 */
public record Link(int first, int second, int least, int most, By by) {
    /** No earliest time for the second visit. */
    public static final int ANY_TIME = Integer.MIN_VALUE;

    /** Who makes the second visit. */
    public enum By {
        ANYBODY,
        /** The engineer who makes the first. */
        SAME,
        /** Not the engineer who makes the first. */
        ANOTHER
    }

    public Link {
        if (first == second || least > most) {
            throw new IllegalArgumentException("visits " + first + " and " + second + " cannot be linked with a gap from " + least + " to " + most + ".");
        }
    }

    /** Two people of a crew: they begin together. */
    public static Link crew(int one, int other) {
        return new Link(one, other, 0, 0, By.ANOTHER);
    }

    /** One engineer for both, at any time of the day. */
    public static Link sameEngineer(int one, int other) {
        return new Link(one, other, ANY_TIME, Visit.NEVER, By.SAME);
    }

    /**
     * @param least seconds from the end of the first visit to the begin of the second, and {@code most}, which may be {@link Visit#NEVER}
     */
    public static Link after(Visit first, int second, int least, int most, By by) {
        return new Link(first.id(), second, first.service() + least, most == Visit.NEVER ? most : first.service() + most, by);
    }
}
