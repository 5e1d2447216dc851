package org.firstfix.asset;

/** What it means to the customer when the machine stands still. */
public enum Importance {
    CRITICAL, HIGH, NORMAL, LOW
}
