package org.firstfix.notification.reaction;

import org.firstfix.cases.CaseId;
import org.firstfix.notification.domain.NewInboxMessage;
import org.firstfix.notification.domain.Values;
import org.firstfix.notification.usecase.Telling;
import org.firstfix.sla.MilestoneAtRisk;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** First reminder: before the time is over, to those who can still send somebody. */
@Component
class OnMilestoneAtRisk {
    private final Telling telling;

    OnMilestoneAtRisk(Telling telling) {
        this.telling = telling;
    }

    @EventListener
    void on(MilestoneAtRisk event) {
        telling.about(new CaseId(event.reference().id()), about -> telling.holdersOf("dispatch.book", event.orgPath(),
                new NewInboxMessage("milestone-at-risk:" + event.reference().id() + ":" + event.milestone() + ":" + event.dueAt(),
                        "milestone-at-risk", about.values().with("milestone", Values.word("notification.milestone." + event.milestone()))
                                .with("due", about.moment(event.dueAt())).asMap(),
                        about.link(), about.isUrgent())));
    }
}
