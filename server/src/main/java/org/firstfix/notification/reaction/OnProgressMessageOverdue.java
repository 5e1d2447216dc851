package org.firstfix.notification.reaction;

import org.firstfix.cases.ProgressMessageOverdue;
import org.firstfix.notification.domain.NewInboxMessage;
import org.firstfix.notification.usecase.Telling;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A watched customer should have heard from us by now. */
@Component
class OnProgressMessageOverdue {
    private final Telling telling;

    OnProgressMessageOverdue(Telling telling) {
        this.telling = telling;
    }

    @EventListener
    void on(ProgressMessageOverdue event) {
        telling.about(event.caseId(), about -> telling.holdersOf("case.watch", event.orgPath(),
                new NewInboxMessage("message-overdue:" + event.caseId().value() + ":" + event.occurredAt(), "message-overdue",
                        about.values().asMap(), about.link(), true)));
    }
}
