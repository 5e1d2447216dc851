package org.firstfix.workorder.reaction;

import org.firstfix.cases.CaseChanged;
import org.firstfix.workorder.usecase.FollowCase;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Priority or clock moved: the work order's due time follows. */
@Component
class OnCaseChanged {
    private final FollowCase followCase;

    OnCaseChanged(FollowCase followCase) {
        this.followCase = followCase;
    }

    @EventListener
    void on(CaseChanged news) {
        followCase.handle(new FollowCase.Command(news.caseId(), FollowCase.News.CHANGED, news.occurredAt(), news.reason()));
    }
}
