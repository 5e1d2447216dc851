package org.firstfix.workorder.usecase;

import java.time.Clock;
import org.firstfix.contract.Milestone;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.firstfix.sla.SlaApi;
import org.firstfix.workorder.PartArrived;
import org.firstfix.workorder.domain.WorkOrder;
import org.firstfix.workorder.domain.WorkOrders;
import org.springframework.stereotype.Component;

/** The part that the visit waited for is here. */
@Component
@Permission("work-order.maintain")
public final class ReportPartArrived {
    private final Work work;
    private final WorkOrders workOrders;
    private final SlaApi sla;
    private final Announcements announcements;
    private final Clock clock;

    ReportPartArrived(Work work, WorkOrders workOrders, SlaApi sla, Announcements announcements, Clock clock) {
        this.work = work;
        this.workOrders = workOrders;
        this.sla = sla;
        this.announcements = announcements;
        this.clock = clock;
    }

    public record Command(String number) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            WorkOrder workOrder = workOrders.load(command.number());
            workOrder.partArrived();
            workOrders.save(workOrder);
            announcements.announce(new PartArrived(workOrder.facts().id(), command.number(), workOrder.facts().caseId(), workOrder.facts().orgPath(),
                    clock.instant()));
            sla.reach(workOrder.facts().caseId().value(), Milestone.PART_DELIVERY, clock.instant());
        });
    }
}
