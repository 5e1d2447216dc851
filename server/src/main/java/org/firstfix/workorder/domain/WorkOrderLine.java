package org.firstfix.workorder.domain;

/** One task of a work order. */
public record WorkOrderLine(int position, String task, Status status) {
    public enum Status {
        OPEN,
        DONE,
        DROPPED
    }

    public WorkOrderLine with(Status next) {
        return new WorkOrderLine(position, task, next);
    }
}
