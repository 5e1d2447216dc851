package org.firstfix.workorder.usecase;

import java.util.UUID;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.firstfix.workorder.domain.WorkOrder;
import org.firstfix.workorder.domain.WorkOrders;
import org.springframework.stereotype.Component;

/** A part was written down by mistake. */
@Component
@Permission("work-order.carry-out")
public final class RemovePart {
    private final Work work;
    private final WorkOrders workOrders;

    RemovePart(Work work, WorkOrders workOrders) {
        this.work = work;
        this.workOrders = workOrders;
    }

    public record Command(String number, UUID part) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            WorkOrder workOrder = workOrders.load(command.number());
            OwnVisits.require(workOrder);
            workOrder.removePart(command.part());
            workOrders.save(workOrder);
        });
    }
}
