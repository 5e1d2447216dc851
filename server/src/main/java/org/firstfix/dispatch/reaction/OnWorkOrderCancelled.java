package org.firstfix.dispatch.reaction;

import java.util.Optional;
import org.firstfix.dispatch.usecase.EndAppointment;
import org.firstfix.workorder.WorkOrderCancelled;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Nobody needs to go any more. */
@Component
class OnWorkOrderCancelled {
    private final EndAppointment endAppointment;

    OnWorkOrderCancelled(EndAppointment endAppointment) {
        this.endAppointment = endAppointment;
    }

    @EventListener
    void on(WorkOrderCancelled news) {
        endAppointment.handle(new EndAppointment.Command(news.workOrderId(), news.occurredAt(), Optional.of(news.reason())));
    }
}
