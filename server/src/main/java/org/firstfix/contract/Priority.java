package org.firstfix.contract;

/** How urgent a case is; contracts set their targets by it. */
public enum Priority {
    P1,
    P2,
    P3,
    P4
}
