package org.firstfix.contract;

/** What the fault does to the customer's business. */
public enum Impact {
    STOPPED,
    DEGRADED,
    REDUNDANCY_LOST,
    NONE
}
