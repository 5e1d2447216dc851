package org.firstfix.cases.domain;

/** How a report reached the house. */
public enum Channel {
    PHONE,
    PORTAL,
    EMAIL,
    CHAT,
    /** A dedicated engineer, on his customer's behalf. */
    ENGINEER,
    MONITORING,
    IMPORT
}
