package org.firstfix.cases;

/** Where a case stands. Which step may follow which is decided by {@code cases.domain.Case}. */
public enum CaseStatus {
    RECEIVED,
    WAITING_FOR_CUSTOMER,
    RELEASED,
    WITH_VENDOR,
    WORK_DONE,
    RESOLVED_REMOTELY,
    CLOSED,
    CANCELLED
}
