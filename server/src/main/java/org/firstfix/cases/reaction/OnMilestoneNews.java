package org.firstfix.cases.reaction;

import org.firstfix.cases.usecase.FollowClock;
import org.firstfix.sla.ClockRecalculated;
import org.firstfix.sla.MilestoneAtRisk;
import org.firstfix.sla.MilestoneMissed;
import org.firstfix.sla.MilestoneReached;
import org.firstfix.sla.PauseRanOut;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

@Component
class OnMilestoneNews {
    private final FollowClock followClock;

    OnMilestoneNews(FollowClock followClock) {
        this.followClock = followClock;
    }

    @EventListener
    void on(MilestoneAtRisk news) {
        followClock.handle(new FollowClock.Command(news.reference().id()));
    }

    @EventListener
    void on(MilestoneMissed news) {
        followClock.handle(new FollowClock.Command(news.reference().id()));
    }

    @EventListener
    void on(MilestoneReached news) {
        followClock.handle(new FollowClock.Command(news.reference().id()));
    }

    @EventListener
    void on(PauseRanOut news) {
        followClock.handle(new FollowClock.Command(news.reference().id()));
    }

    @EventListener
    void on(ClockRecalculated news) {
        followClock.handle(new FollowClock.Command(news.reference().id()));
    }
}
