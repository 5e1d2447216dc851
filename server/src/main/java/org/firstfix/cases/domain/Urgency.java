package org.firstfix.cases.domain;

/** How long the customer can bear it. */
public enum Urgency {
    HIGH,
    MEDIUM,
    LOW
}
