package org.firstfix.routing.plan;

/** How much a rule weighs: no amount of a lower level outweighs one unit of a higher one. */
public enum Level {
    /** May not be broken, unless a person has pinned the visit. Counted in seconds, pieces or levels that are missing. */
    HARD,
    /** Contractual money: work left undone and lateness, in cents. */
    MONEY,
    /** Travel, overtime and preferences, in cents. */
    PREFERENCE
}
