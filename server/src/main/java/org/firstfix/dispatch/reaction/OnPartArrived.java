package org.firstfix.dispatch.reaction;

import org.firstfix.dispatch.domain.PlanVersion;
import org.firstfix.dispatch.query.Areas;
import org.firstfix.dispatch.usecase.Occasions;
import org.firstfix.workorder.PartArrived;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The work can be done now: maybe it has to be soon. */
@Component
class OnPartArrived {
    private final Occasions occasions;
    private final Areas areas;

    OnPartArrived(Occasions occasions, Areas areas) {
        this.occasions = occasions;
        this.areas = areas;
    }

    @EventListener
    void on(PartArrived news) {
        occasions.happened(PlanVersion.Cause.PART_ARRIVED, news.orgPath(), news.occurredAt(), areas.zoneOf(news.orgPath()), news.number());
    }
}
