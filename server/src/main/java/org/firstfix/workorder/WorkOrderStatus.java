package org.firstfix.workorder;

/** Where a work order stands; which step may follow which is decided by {@code workorder.domain.WorkOrder}. */
public enum WorkOrderStatus {
    RELEASED,
    IN_WORK,
    WAITING_FOR_PART,
    WAITING_FOR_CUSTOMER,
    HANDED_OVER,
    COMPLETED,
    CANCELLED
}
