package org.firstfix.notification.reaction;

import java.util.stream.Stream;
import org.firstfix.dispatch.AppointmentCancelled;
import org.firstfix.notification.domain.NewInboxMessage;
import org.firstfix.notification.usecase.Telling;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Neither the engineers nor the customer should wait for a visit that will not be. */
@Component
class OnAppointmentCancelled {
    private final Telling telling;

    OnAppointmentCancelled(Telling telling) {
        this.telling = telling;
    }

    @EventListener
    void on(AppointmentCancelled event) {
        telling.about(event.caseId(), about -> {
            String occasion = "appointment-cancelled:" + event.appointmentId().value();
            telling.people(Stream.concat(Stream.of(event.engineerId()), event.crew().stream()).map(telling::person).toList(), new NewInboxMessage(occasion, "appointment-cancelled",
                    about.values().with("appointment", event.number()).with("reason", event.reason()).asMap(), about.link(), true));
            telling.customer(about, occasion, "appointment-cancelled", about.customerFacts());
        });
    }
}
