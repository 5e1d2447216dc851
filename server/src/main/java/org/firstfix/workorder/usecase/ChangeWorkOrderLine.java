package org.firstfix.workorder.usecase;

import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.firstfix.workorder.domain.WorkOrder;
import org.firstfix.workorder.domain.WorkOrderLine;
import org.firstfix.workorder.domain.WorkOrders;
import org.springframework.stereotype.Component;

/** A task is done, dropped, or open again. */
@Component
@Permission("work-order.carry-out")
public final class ChangeWorkOrderLine {
    private final Work work;
    private final WorkOrders workOrders;

    ChangeWorkOrderLine(Work work, WorkOrders workOrders) {
        this.work = work;
        this.workOrders = workOrders;
    }

    public record Command(String number, int position, WorkOrderLine.Status status) {}

    public WorkOrderLine handle(Command command) {
        return work.perform(this, () -> {
            WorkOrder workOrder = workOrders.load(command.number());
            OwnVisits.require(workOrder);
            WorkOrderLine line = workOrder.changeLine(command.position(), command.status());
            workOrders.save(workOrder);
            return line;
        });
    }
}
