package org.firstfix.workorder;

/** Where a work order stands; which step may follow which is decided by {@code workorder.domain.WorkOrder}. */
public enum WorkOrderStatus {
    RELEASED,
    IN_WORK,
    WAITING_FOR_PART,
    WAITING_FOR_CUSTOMER,
    /** The engineer gave it to somebody with more experience. */
    HANDED_OVER,
    /** The visit is over without a repair; the outcome of its report says why. */
    ENDED_OPEN,
    COMPLETED,
    CANCELLED
}
