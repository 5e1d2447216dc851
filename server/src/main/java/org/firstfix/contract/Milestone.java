package org.firstfix.contract;

/** What a contract promises a time for, in the order in which things usually happen. */
public enum Milestone {
    /** Somebody competent has answered. */
    RESPONSE,
    /** An engineer has checked in at the site. */
    ON_SITE,
    /** The part that a visit waited for is here. Its time counts from the moment it was known to be missing. */
    PART_DELIVERY,
    /** The machine works again. */
    RESTORE,
    /** The customer agrees that the matter is settled. */
    RESOLVE;

    /** Whether its time counts from the report; otherwise it begins when it is asked for, and maybe never. */
    public boolean countsFromTheReport() {
        return this != PART_DELIVERY;
    }
}
