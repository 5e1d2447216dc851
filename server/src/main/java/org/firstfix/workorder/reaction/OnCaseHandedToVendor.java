package org.firstfix.workorder.reaction;

import org.firstfix.cases.CaseHandedToVendor;
import org.firstfix.workorder.usecase.FollowCase;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The maker solves it: our own visit is not needed. */
@Component
class OnCaseHandedToVendor {
    private final FollowCase followCase;

    OnCaseHandedToVendor(FollowCase followCase) {
        this.followCase = followCase;
    }

    @EventListener
    void on(CaseHandedToVendor news) {
        followCase.handle(new FollowCase.Command(news.caseId(), FollowCase.News.OVER, news.occurredAt(), news.reason()));
    }
}
