package org.firstfix.sla;

/** Moments of a case between which the standards of the house are measured. */
public enum ServiceMoment {
    CASE_REPORTED,
    CASE_ANSWERED,
    CAUSE_PREDICTED,
    QUOTE_REQUESTED,
    QUOTE_SENT,
    CASE_RELEASED,
    VISIT_BOOKED,
    ENGINEER_ON_SITE,
    WORK_DONE,
    CASE_CLOSED
}
