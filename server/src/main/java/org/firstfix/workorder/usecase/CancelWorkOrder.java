package org.firstfix.workorder.usecase;

import java.time.Clock;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.firstfix.workorder.domain.WorkOrder;
import org.firstfix.workorder.domain.WorkOrders;
import org.springframework.stereotype.Component;

/** The visit is not wanted any more; the case goes on without it. */
@Component
@Permission("work-order.maintain")
public final class CancelWorkOrder {
    private final Work work;
    private final WorkOrders workOrders;
    private final WithdrawnVisits withdrawn;
    private final Clock clock;

    CancelWorkOrder(Work work, WorkOrders workOrders, WithdrawnVisits withdrawn, Clock clock) {
        this.work = work;
        this.workOrders = workOrders;
        this.withdrawn = withdrawn;
        this.clock = clock;
    }

    public record Command(String number, String reason) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            WorkOrder workOrder = workOrders.load(command.number());
            withdrawn.withdraw(workOrder, command.reason().strip(), clock.instant());
        });
    }
}
