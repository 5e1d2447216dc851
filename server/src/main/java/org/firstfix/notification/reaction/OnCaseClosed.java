package org.firstfix.notification.reaction;

import org.firstfix.cases.CaseClosed;
import org.firstfix.notification.usecase.Telling;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the customer that it is over, and what to do if it is not. */
@Component
class OnCaseClosed {
    private final Telling telling;

    OnCaseClosed(Telling telling) {
        this.telling = telling;
    }

    @EventListener
    void on(CaseClosed event) {
        telling.about(event.caseId(), about -> telling.customer(about, "case-closed:" + event.caseId().value() + ":" + event.occurredAt(),
                "case-closed", about.customerFacts().fact("closed", about.moment(event.occurredAt()))));
    }
}
