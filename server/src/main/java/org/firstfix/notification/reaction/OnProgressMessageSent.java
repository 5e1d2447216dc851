package org.firstfix.notification.reaction;

import org.firstfix.cases.ProgressMessageSent;
import org.firstfix.notification.usecase.Telling;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The progress message of a watched case reaches the customer. */
@Component
class OnProgressMessageSent {
    private final Telling telling;

    OnProgressMessageSent(Telling telling) {
        this.telling = telling;
    }

    @EventListener
    void on(ProgressMessageSent event) {
        telling.about(event.caseId(), about -> telling.customer(about,
                "progress-message:" + event.caseId().value() + ":" + event.occurredAt(), "progress-message",
                about.customerFacts().with("text", event.text())));
    }
}
