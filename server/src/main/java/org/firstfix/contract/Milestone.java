package org.firstfix.contract;

/** What a contract promises a time for. */
public enum Milestone {
    /** Somebody competent has answered. */
    RESPONSE,
    /** An engineer has checked in at the site. */
    ON_SITE,
    /** The machine works again. */
    RESTORE
}
