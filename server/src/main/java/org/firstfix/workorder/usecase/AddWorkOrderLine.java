package org.firstfix.workorder.usecase;

import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.firstfix.workorder.domain.WorkOrder;
import org.firstfix.workorder.domain.WorkOrderLine;
import org.firstfix.workorder.domain.WorkOrders;
import org.springframework.stereotype.Component;

/** One more task for the same visit. */
@Component
@Permission("work-order.maintain")
public final class AddWorkOrderLine {
    private final Work work;
    private final WorkOrders workOrders;

    AddWorkOrderLine(Work work, WorkOrders workOrders) {
        this.work = work;
        this.workOrders = workOrders;
    }

    public record Command(String number, String task) {}

    public WorkOrderLine handle(Command command) {
        return work.perform(this, () -> {
            WorkOrder workOrder = workOrders.load(command.number());
            WorkOrderLine line = workOrder.addLine(command.task().strip());
            workOrders.save(workOrder);
            return line;
        });
    }
}
