package org.firstfix.notification.reaction;

import org.firstfix.diagnosis.DiagnosisRecorded;
import org.firstfix.notification.domain.NewInboxMessage;
import org.firstfix.notification.usecase.Telling;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A dedicated engineer diagnosed on his own: technical support reviews it. */
@Component
class OnDiagnosisRecorded {
    private final Telling telling;

    OnDiagnosisRecorded(Telling telling) {
        this.telling = telling;
    }

    @EventListener
    void on(DiagnosisRecorded event) {
        if (!event.needsReview()) {
            return;
        }
        telling.about(event.caseId(), about -> telling.holdersOf("diagnosis.review", event.orgPath(), new NewInboxMessage(
                "review-needed:" + event.caseId().value() + ":" + event.occurredAt(), "review-needed",
                about.values().asMap(), about.link(), about.isUrgent())));
    }
}
