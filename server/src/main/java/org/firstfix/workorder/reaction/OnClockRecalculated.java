package org.firstfix.workorder.reaction;

import org.firstfix.cases.CaseId;
import org.firstfix.sla.ClockRecalculated;
import org.firstfix.workorder.usecase.FollowCase;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A calendar changed, and with it the time at which somebody has to be there. */
@Component
class OnClockRecalculated {
    private final FollowCase followCase;

    OnClockRecalculated(FollowCase followCase) {
        this.followCase = followCase;
    }

    @EventListener
    void on(ClockRecalculated news) {
        followCase.handle(new FollowCase.Command(new CaseId(news.reference().id()), FollowCase.News.CHANGED, news.occurredAt(), ""));
    }
}
