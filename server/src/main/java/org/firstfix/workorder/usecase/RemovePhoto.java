package org.firstfix.workorder.usecase;

import org.firstfix.platform.files.FileId;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.firstfix.workorder.domain.WorkOrder;
import org.firstfix.workorder.domain.WorkOrders;
import org.springframework.stereotype.Component;

/** Takes a picture away from the visit; the file stays stored. */
@Component
@Permission("work-order.carry-out")
public final class RemovePhoto {
    private final Work work;
    private final WorkOrders workOrders;

    RemovePhoto(Work work, WorkOrders workOrders) {
        this.work = work;
        this.workOrders = workOrders;
    }

    public record Command(String number, FileId fileId) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            WorkOrder workOrder = workOrders.load(command.number());
            OwnVisits.require(workOrder);
            workOrder.removePhoto(command.fileId());
            workOrders.save(workOrder);
        });
    }
}
