package org.firstfix.workorder.reaction;

import org.firstfix.cases.CaseId;
import org.firstfix.sla.PauseRanOut;
import org.firstfix.workorder.usecase.FollowCase;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The clock goes on although the customer is still waited for: the work order is due again. */
@Component
class OnPauseRanOut {
    private final FollowCase followCase;

    OnPauseRanOut(FollowCase followCase) {
        this.followCase = followCase;
    }

    @EventListener
    void on(PauseRanOut news) {
        followCase.handle(new FollowCase.Command(new CaseId(news.reference().id()), FollowCase.News.CHANGED, news.occurredAt(), ""));
    }
}
