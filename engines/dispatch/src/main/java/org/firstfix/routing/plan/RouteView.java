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
}
