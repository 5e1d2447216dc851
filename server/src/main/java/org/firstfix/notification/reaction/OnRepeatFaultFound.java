package org.firstfix.notification.reaction;

import org.firstfix.diagnosis.RepeatFaultFound;
import org.firstfix.notification.domain.NewInboxMessage;
import org.firstfix.notification.domain.Values;
import org.firstfix.notification.usecase.Telling;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Quality alert: a fault came back soon after its repair. Those who can say why are told. */
@Component
class OnRepeatFaultFound {
    private final Telling telling;

    OnRepeatFaultFound(Telling telling) {
        this.telling = telling;
    }

    @EventListener
    void on(RepeatFaultFound event) {
        telling.about(event.caseId(), about -> telling.holdersOf("diagnosis.review", event.orgPath(),
                new NewInboxMessage("repeat-fault:" + event.caseId().value(), "repeat-fault",
                        about.values().with("what", Values.word("notification.repeat." + event.kind())).with("earlier", event.earlierNumber())
                                .with("days", event.days()).asMap(),
                        "/support/repeats", about.isUrgent())));
    }
}
