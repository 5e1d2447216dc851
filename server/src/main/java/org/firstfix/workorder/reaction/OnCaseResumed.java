package org.firstfix.workorder.reaction;

import org.firstfix.cases.CaseResumed;
import org.firstfix.workorder.usecase.FollowCase;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The customer is ready: the visit can be planned, with its new due time. */
@Component
class OnCaseResumed {
    private final FollowCase followCase;

    OnCaseResumed(FollowCase followCase) {
        this.followCase = followCase;
    }

    @EventListener
    void on(CaseResumed news) {
        followCase.handle(new FollowCase.Command(news.caseId(), FollowCase.News.GOES_ON, news.occurredAt(), news.reason()));
    }
}
