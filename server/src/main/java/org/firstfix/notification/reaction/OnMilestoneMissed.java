package org.firstfix.notification.reaction;

import java.util.List;
import org.firstfix.cases.CaseId;
import org.firstfix.notification.domain.NewInboxMessage;
import org.firstfix.notification.domain.Values;
import org.firstfix.notification.usecase.Telling;
import org.firstfix.sla.MilestoneMissed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Second reminder: the time is over, and the service manager hears it too. */
@Component
class OnMilestoneMissed {
    private final Telling telling;

    OnMilestoneMissed(Telling telling) {
        this.telling = telling;
    }

    @EventListener
    void on(MilestoneMissed event) {
        telling.about(new CaseId(event.reference().id()), about -> telling.holdersOfAny(List.of("dispatch.book", "case.watch"), event.orgPath(),
                new NewInboxMessage("milestone-missed:" + event.reference().id() + ":" + event.milestone() + ":" + event.dueAt(),
                        "milestone-missed", about.values().with("milestone", Values.word("notification.milestone." + event.milestone()))
                                .with("due", about.moment(event.dueAt())).asMap(),
                        about.link(), true)));
    }
}
