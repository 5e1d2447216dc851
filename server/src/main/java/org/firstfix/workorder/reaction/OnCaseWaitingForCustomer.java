package org.firstfix.workorder.reaction;

import org.firstfix.cases.CaseWaitingForCustomer;
import org.firstfix.workorder.usecase.FollowCase;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Nobody needs to be sent while the customer is waited for. */
@Component
class OnCaseWaitingForCustomer {
    private final FollowCase followCase;

    OnCaseWaitingForCustomer(FollowCase followCase) {
        this.followCase = followCase;
    }

    @EventListener
    void on(CaseWaitingForCustomer news) {
        followCase.handle(new FollowCase.Command(news.caseId(), FollowCase.News.WAITS, news.occurredAt(), news.reason()));
    }
}
