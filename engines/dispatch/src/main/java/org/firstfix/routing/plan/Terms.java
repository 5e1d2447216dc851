package org.firstfix.routing.plan;

import org.jspecify.annotations.Nullable;

/**
 * What an engineer's day is subject to, besides the shift.
 *
 * @param pause owed to whoever is still out when it should have begun; null for none
 * @param reserve time kept free for emergencies; null for none
 * @param contractor prices of somebody who is paid by the call; null for an employee
 */
public record Terms(@Nullable Pause pause, Limits limits, Load load, @Nullable Reserve reserve, @Nullable Contractor contractor) {
    /** An employee with a shift and nothing else. */
    public static final Terms PLAIN = new Terms(null, Limits.NONE, Load.NONE, null, null);

    /**
     * A break. It begins on arrival at a stop or, if that is too late, before setting off; the last one is that on the way home.
     *
     * @param seconds it lasts
     * @param earliest begin, and {@code latest}; who is back by the latest, or begins work after it, is owed none
     */
    public record Pause(int seconds, int earliest, int latest) {
        public Pause {
            if (seconds < 0 || earliest > latest) {
                throw new IllegalArgumentException("a break of " + seconds + " seconds between " + earliest + " and " + latest + " has no place.");
            }
        }
    }

    /**
     * @param restedAt instant before which the legal rest after the last shift does not let the day begin
     * @param restFrom latest return that leaves the legal rest before the next shift, or {@link Visit#NEVER}
     * @param driving most seconds on the road in a day
     * @param farthest most seconds from a visit straight to where the day ends
     */
    public record Limits(int restedAt, int restFrom, int driving, int farthest) {
        public static final Limits NONE = new Limits(0, Visit.NEVER, Visit.NEVER, Visit.NEVER);
    }

    /**
     * @param workedBefore seconds of work in the period that is balanced, before this day
     * @param fairShare seconds of work in the whole period after which more of it is unfair, or {@link Visit#NEVER}
     */
    public record Load(int workedBefore, int fairShare) {
        public static final Load NONE = new Load(0, Visit.NEVER);
    }

    /**
     * @param from begin of the period, and {@code to} its end
     * @param seconds that neither travel nor work nor break may take of it; asking for more than the shift has costs in any case
     * @param centsPerMinute of each minute begun that is missing
     */
    public record Reserve(int from, int to, int seconds, long centsPerMinute) {
        public Reserve {
            if (from > to || seconds < 0 || centsPerMinute < 0) {
                throw new IllegalArgumentException("a reserve of " + seconds + " seconds from " + from + " to " + to + " is none.");
            }
        }
    }

    /**
     * @param callOut cents, once for a day with any visit
     * @param perVisit cents
     * @param perHour cents of an hour of work
     */
    public record Contractor(long callOut, long perVisit, long perHour) {
        public Contractor {
            if (callOut < 0 || perVisit < 0 || perHour < 0) {
                throw new IllegalArgumentException("the prices of a contractor must not be negative.");
            }
        }
    }

    public Terms with(Pause newPause) {
        return new Terms(newPause, limits, load, reserve, contractor);
    }

    public Terms with(Limits newLimits) {
        return new Terms(pause, newLimits, load, reserve, contractor);
    }

    public Terms with(Load newLoad) {
        return new Terms(pause, limits, newLoad, reserve, contractor);
    }

    public Terms with(Reserve newReserve) {
        return new Terms(pause, limits, load, newReserve, contractor);
    }

    public Terms with(Contractor newContractor) {
        return new Terms(pause, limits, load, reserve, newContractor);
    }
}
