package org.firstfix.workorder.usecase;

import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.firstfix.workorder.domain.WorkOrder;
import org.firstfix.workorder.domain.WorkOrders;
import org.springframework.stereotype.Component;

/** The part that the visit waited for is here. */
@Component
@Permission("work-order.maintain")
public final class ReportPartArrived {
    private final Work work;
    private final WorkOrders workOrders;

    ReportPartArrived(Work work, WorkOrders workOrders) {
        this.work = work;
        this.workOrders = workOrders;
    }

    public record Command(String number) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            WorkOrder workOrder = workOrders.load(command.number());
            workOrder.partArrived();
            workOrders.save(workOrder);
        });
    }
}
