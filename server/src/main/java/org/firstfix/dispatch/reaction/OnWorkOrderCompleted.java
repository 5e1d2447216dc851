package org.firstfix.dispatch.reaction;

import java.util.Optional;
import org.firstfix.dispatch.usecase.EndAppointment;
import org.firstfix.workorder.WorkOrderCompleted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The engineer has left: the appointment is done. */
@Component
class OnWorkOrderCompleted {
    private final EndAppointment endAppointment;

    OnWorkOrderCompleted(EndAppointment endAppointment) {
        this.endAppointment = endAppointment;
    }

    @EventListener
    void on(WorkOrderCompleted news) {
        endAppointment.handle(new EndAppointment.Command(news.workOrderId(), news.leftAt(), Optional.empty()));
    }
}
