package org.firstfix.diagnosis.domain;

/** What came out of a guided check. {@code UNKNOWN}: it was tried, nobody could tell. */
public enum Answer {
    YES,
    NO,
    UNKNOWN
}
