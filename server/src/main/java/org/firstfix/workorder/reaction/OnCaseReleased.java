package org.firstfix.workorder.reaction;

import org.firstfix.cases.CaseReleased;
import org.firstfix.workorder.domain.WorkType;
import org.firstfix.workorder.usecase.ReleaseWorkOrder;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The desk gives a case to the field: a repair at the site is ordered. */
@Component
class OnCaseReleased {
    private final ReleaseWorkOrder releaseWorkOrder;

    OnCaseReleased(ReleaseWorkOrder releaseWorkOrder) {
        this.releaseWorkOrder = releaseWorkOrder;
    }

    @EventListener
    void on(CaseReleased news) {
        releaseWorkOrder.handle(new ReleaseWorkOrder.Command(news.caseId(), WorkType.REPAIR));
    }
}
