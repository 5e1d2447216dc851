package org.firstfix.notification.reaction;

import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.firstfix.dispatch.AppointmentBooked;
import org.firstfix.notification.domain.NewInboxMessage;
import org.firstfix.notification.domain.Values;
import org.firstfix.notification.usecase.Telling;
import org.firstfix.organization.PersonSummary;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The engineers learn of the visit, and the customer who comes when. */
@Component
class OnAppointmentBooked {
    private static final Duration SOON = Duration.ofHours(4);

    private final Telling telling;
    private final Clock clock;

    OnAppointmentBooked(Telling telling, Clock clock) {
        this.telling = telling;
        this.clock = clock;
    }

    @EventListener
    void on(AppointmentBooked event) {
        telling.about(event.caseId(), about -> {
            PersonSummary engineer = telling.person(event.engineerId());
            Object when = Values.period(event.startsAt(), event.endsAt(), about.zone());
            String occasion = event.appointmentId().value() + ":" + event.engineerId().value() + ":" + event.startsAt();
            boolean soon = event.startsAt().isBefore(clock.instant().plus(SOON));
            telling.people(Stream.concat(Stream.of(engineer), event.crew().stream().map(telling::person)).toList(), new NewInboxMessage("appointment-booked:" + occasion, "appointment-booked",
                    about.values().with("appointment", event.number()).with("when", when).asMap(),
                    "/m/visits/" + event.number(), soon || about.isUrgent()));
            if (isStillToCome(event)) {
                telling.customer(about, "appointment-booked:" + occasion, "appointment-booked", about.customerFacts()
                        .with("engineer", engineer.name())
                        .fact("when", when).fact("engineer", engineer.name()).fact("engineer-phone", engineer.phone()));
            }
        });
    }

    /** A visit written down afterwards needs no announcement. */
    private boolean isStillToCome(AppointmentBooked event) {
        return event.endsAt().isAfter(clock.instant());
    }
}
