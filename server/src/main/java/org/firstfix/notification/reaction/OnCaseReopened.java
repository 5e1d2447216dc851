package org.firstfix.notification.reaction;

import java.util.List;
import org.firstfix.cases.CaseReopened;
import org.firstfix.notification.domain.NewInboxMessage;
import org.firstfix.notification.usecase.Telling;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** It was not repaired after all: whoever sends engineers and whoever answers for the service. */
@Component
class OnCaseReopened {
    private final Telling telling;

    OnCaseReopened(Telling telling) {
        this.telling = telling;
    }

    @EventListener
    void on(CaseReopened event) {
        telling.about(event.caseId(), about -> telling.holdersOfAny(List.of("dispatch.book", "case.watch"), event.orgPath(),
                new NewInboxMessage("case-reopened:" + event.caseId().value() + ":" + event.occurredAt(), "case-reopened",
                        about.values().with("reason", event.reason()).asMap(), about.link(), true)));
    }
}
