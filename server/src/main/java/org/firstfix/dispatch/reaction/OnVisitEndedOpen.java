package org.firstfix.dispatch.reaction;

import java.util.Optional;
import org.firstfix.dispatch.usecase.EndAppointment;
import org.firstfix.workorder.VisitEndedOpen;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The engineer has left without a repair: this appointment is done, another one may follow. */
@Component
class OnVisitEndedOpen {
    private final EndAppointment endAppointment;

    OnVisitEndedOpen(EndAppointment endAppointment) {
        this.endAppointment = endAppointment;
    }

    @EventListener
    void on(VisitEndedOpen news) {
        endAppointment.handle(new EndAppointment.Command(news.workOrderId(), news.leftAt(), Optional.empty()));
    }
}
