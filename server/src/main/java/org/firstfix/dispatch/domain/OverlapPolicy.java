package org.firstfix.dispatch.domain;

/** Whether one engineer may be booked twice for the same time. Set per part of the organisation, inherited downwards. */
public enum OverlapPolicy {
    /** Never; the database refuses it as well. */
    FORBIDDEN,
    /** Only when the dispatcher says so. */
    WARNED,
    /** Always; it is mentioned. */
    ALLOWED
}
