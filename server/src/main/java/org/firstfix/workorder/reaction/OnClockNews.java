package org.firstfix.workorder.reaction;

import java.time.Instant;
import org.firstfix.cases.CaseId;
import org.firstfix.sla.CaseReference;
import org.firstfix.sla.ClockRecalculated;
import org.firstfix.sla.PauseRanOut;
import org.firstfix.workorder.usecase.FollowCase;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The clock moved by itself, and with it the time at which somebody has to be there. */
@Component
class OnClockNews {
    private final FollowCase followCase;

    OnClockNews(FollowCase followCase) {
        this.followCase = followCase;
    }

    /** It goes on although the customer is still waited for: the work order is due again. */
    @EventListener
    void on(PauseRanOut news) {
        follow(news.reference(), news.occurredAt());
    }

    /** A calendar changed. */
    @EventListener
    void on(ClockRecalculated news) {
        follow(news.reference(), news.occurredAt());
    }

    private void follow(CaseReference subject, Instant at) {
        followCase.handle(new FollowCase.Command(new CaseId(subject.id()), FollowCase.News.CHANGED, at, ""));
    }
}
