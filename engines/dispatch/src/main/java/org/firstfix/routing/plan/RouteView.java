package org.firstfix.routing.plan;

/** A route as rules see it: an engineer and his visits with their times. Positions count from 0 and leave pick-ups out. */
public interface RouteView {

    Engineer engineer();

    /** Number of visits. */
    int length();

    Visit visit(int position);

    /** When work begins, in seconds. */
    int start(int position);

    /** When work ends, in seconds. */
    int finish(int position);

    /** Seconds of travel to this visit since the one before, by way of the depot where parts are picked up. */
    int travelTo(int position);

    /** Seconds of travel home after the last visit. */
    int travelHome();

    /** Return, in seconds. */
    int back();

    /** Seconds from this visit straight home. */
    int wayHome(int position);

    /** Whether parts are picked up right before this visit. */
    boolean pickUpBefore(int position);

    /** How many pieces this visit lacks although the depot was asked. */
    int missingParts(int position);

    /** Price of the pick-up right before this visit, in cents; 0 if there is none. */
    long pickUpCents(int position);

    /** Probability that this visit takes parts which the engineer will not have, in millionths. */
    int missingChance(int position);

    /** Seconds by which this visit misses what its links and its own appointment ask for. */
    long linkedSeconds(int position);

    /** Links of this visit that ask for another engineer. */
    int linkedStrangers(int position);

    /** Whether a stop begins with this visit at a site where others are made on other stops, or by nobody. */
    boolean leavesSite(int position);

    /** Seconds of work from the begin of the day to the end of this visit. */
    int workUntil(int position);

    /** Seconds on the road from the begin of the day to this visit. */
    int roadUntil(int position);

    /** Seconds of a break that is owed, has no place, and should have begun before or during this visit; 0 at all others. */
    int missingPause(int position);

    /** Seconds between two instants in which neither travel nor work nor break is planned. */
    int freeBetween(int from, int to);
}
