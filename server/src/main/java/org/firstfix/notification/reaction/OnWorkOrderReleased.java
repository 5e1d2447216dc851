package org.firstfix.notification.reaction;

import org.firstfix.notification.domain.NewInboxMessage;
import org.firstfix.notification.usecase.Telling;
import org.firstfix.workorder.WorkOrderApi;
import org.firstfix.workorder.WorkOrderReleased;
import org.firstfix.workorder.WorkOrderSummary;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Somebody has to be sent: the dispatchers of the place. A released case becomes a work order at once, so this says both. */
@Component
class OnWorkOrderReleased {
    private final Telling telling;
    private final WorkOrderApi workOrders;

    OnWorkOrderReleased(Telling telling, WorkOrderApi workOrders) {
        this.telling = telling;
        this.workOrders = workOrders;
    }

    @EventListener
    void on(WorkOrderReleased event) {
        telling.about(event.caseId(), about -> {
            WorkOrderSummary workOrder = workOrders.get(event.workOrderId());
            telling.holdersOf("dispatch.book", event.orgPath(), new NewInboxMessage(
                    "work-order-released:" + event.workOrderId().value(), "work-order-released",
                    about.values().with("workOrder", event.number()).with("visit", event.visitNumber())
                            .with("promised", workOrder.dueAt().isPresent() ? "yes" : "no")
                            .with("due", workOrder.dueAt().<Object>map(about::moment).orElse("")).asMap(),
                    "/work-orders/" + event.number(), about.isUrgent()));
        });
    }
}
