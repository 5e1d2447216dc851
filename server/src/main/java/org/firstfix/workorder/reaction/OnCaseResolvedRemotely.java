package org.firstfix.workorder.reaction;

import org.firstfix.cases.CaseResolvedRemotely;
import org.firstfix.workorder.usecase.FollowCase;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Solved without a visit. */
@Component
class OnCaseResolvedRemotely {
    private final FollowCase followCase;

    OnCaseResolvedRemotely(FollowCase followCase) {
        this.followCase = followCase;
    }

    @EventListener
    void on(CaseResolvedRemotely news) {
        followCase.handle(new FollowCase.Command(news.caseId(), FollowCase.News.OVER, news.occurredAt(), news.reason()));
    }
}
