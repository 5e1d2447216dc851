package org.firstfix.routing.format;

/** What is to be small. */
public enum Objective {
    /** Total distance. */
    DISTANCE,
    /** Number of vehicles first, then total distance. */
    VEHICLES,
    /** Total time between departure and return. */
    DURATION,
    /** Money by the rules of a day. */
    COST;

    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
