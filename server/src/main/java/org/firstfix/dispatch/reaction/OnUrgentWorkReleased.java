package org.firstfix.dispatch.reaction;

import org.firstfix.dispatch.domain.PlanVersion;
import org.firstfix.dispatch.domain.Task;
import org.firstfix.dispatch.query.Areas;
import org.firstfix.dispatch.usecase.Occasions;
import org.firstfix.workorder.WorkOrderApi;
import org.firstfix.workorder.WorkOrderReleased;
import org.firstfix.workorder.WorkOrderSummary;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** An urgent call: maybe somebody has to be taken from elsewhere. */
@Component
class OnUrgentWorkReleased {
    private final Occasions occasions;
    private final WorkOrderApi workOrders;
    private final Areas areas;

    OnUrgentWorkReleased(Occasions occasions, WorkOrderApi workOrders, Areas areas) {
        this.occasions = occasions;
        this.workOrders = workOrders;
        this.areas = areas;
    }

    @EventListener
    void on(WorkOrderReleased news) {
        WorkOrderSummary order = workOrders.get(news.workOrderId());
        if (Task.isUrgent(order.priority())) {
            occasions.happened(PlanVersion.Cause.URGENT_CALL, order.orgPath(), news.occurredAt(), areas.zoneOf(order.orgPath()), "");
        }
    }
}
