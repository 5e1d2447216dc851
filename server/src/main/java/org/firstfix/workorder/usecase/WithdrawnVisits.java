package org.firstfix.workorder.usecase;

import java.time.Instant;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.workorder.WorkOrderCancelled;
import org.firstfix.workorder.domain.WorkOrder;
import org.firstfix.workorder.domain.WorkOrders;
import org.springframework.stereotype.Component;

/** Takes a work order back, and says so. */
@Component
class WithdrawnVisits {
    private final WorkOrders workOrders;
    private final Announcements announcements;

    WithdrawnVisits(WorkOrders workOrders, Announcements announcements) {
        this.workOrders = workOrders;
        this.announcements = announcements;
    }

    void withdraw(WorkOrder workOrder, String reason, Instant at) {
        workOrder.cancel(at);
        workOrders.save(workOrder);
        WorkOrder.Facts facts = workOrder.facts();
        announcements.announce(new WorkOrderCancelled(facts.id(), facts.number(), facts.caseId(), facts.orgPath(), at, reason));
    }
}
