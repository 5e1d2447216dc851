package org.firstfix.workorder.reaction;

import org.firstfix.cases.CaseCancelled;
import org.firstfix.workorder.usecase.FollowCase;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** No case, no visit. */
@Component
class OnCaseCancelled {
    private final FollowCase followCase;

    OnCaseCancelled(FollowCase followCase) {
        this.followCase = followCase;
    }

    @EventListener
    void on(CaseCancelled news) {
        followCase.handle(new FollowCase.Command(news.caseId(), FollowCase.News.OVER, news.occurredAt(), news.reason()));
    }
}
