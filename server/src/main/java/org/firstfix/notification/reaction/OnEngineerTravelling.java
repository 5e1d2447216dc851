package org.firstfix.notification.reaction;

import org.firstfix.dispatch.EngineerTravelling;
import org.firstfix.notification.usecase.Telling;
import org.firstfix.organization.PersonSummary;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The customer hears that the engineer is on the way. */
@Component
class OnEngineerTravelling {
    private final Telling telling;

    OnEngineerTravelling(Telling telling) {
        this.telling = telling;
    }

    @EventListener
    void on(EngineerTravelling event) {
        telling.about(event.caseId(), about -> {
            PersonSummary engineer = telling.person(event.engineerId());
            telling.customer(about, "engineer-travelling:" + event.appointmentId().value(), "engineer-travelling",
                    about.customerFacts().with("engineer", engineer.name())
                            .fact("engineer", engineer.name()).fact("engineer-phone", engineer.phone()));
        });
    }
}
