package org.firstfix.notification.reaction;

import java.util.List;
import org.firstfix.cases.CaseId;
import org.firstfix.notification.domain.NewInboxMessage;
import org.firstfix.notification.domain.Values;
import org.firstfix.notification.usecase.Telling;
import org.firstfix.sla.PauseRanOut;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The clock goes on by itself: somebody has to ask the customer again, or send an engineer. */
@Component("notificationOnPauseRanOut")
class OnPauseRanOut {
    private final Telling telling;

    OnPauseRanOut(Telling telling) {
        this.telling = telling;
    }

    @EventListener
    void on(PauseRanOut event) {
        telling.about(new CaseId(event.reference().id()), about -> telling.holdersOfAny(List.of("dispatch.book", "case.watch"), event.orgPath(),
                new NewInboxMessage("pause-ran-out:" + event.reference().id() + ":" + event.pausedSince(), "pause-ran-out",
                        about.values().with("reason", Values.word("sla.pause-reason." + event.pauseReason()))
                                .with("since", about.moment(event.pausedSince())).asMap(), about.link(), about.isUrgent())));
    }
}
