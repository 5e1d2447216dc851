package org.firstfix.notification.reaction;

import java.util.List;
import org.firstfix.cases.CriticalWatchStarted;
import org.firstfix.notification.domain.NewInboxMessage;
import org.firstfix.notification.usecase.Telling;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Everybody who can help knows that this customer is told how it stands at fixed intervals. */
@Component
class OnCriticalWatchStarted {
    private final Telling telling;

    OnCriticalWatchStarted(Telling telling) {
        this.telling = telling;
    }

    @EventListener
    void on(CriticalWatchStarted event) {
        telling.about(event.caseId(), about -> telling.holdersOfAny(List.of("case.watch", "dispatch.book"), event.orgPath(),
                new NewInboxMessage("watch-started:" + event.caseId().value() + ":" + event.occurredAt(), "watch-started",
                        about.values().with("minutes", event.intervalMinutes()).with("reason", event.reason()).asMap(),
                        about.link(), true)));
    }
}
