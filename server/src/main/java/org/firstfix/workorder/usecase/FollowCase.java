package org.firstfix.workorder.usecase;

import java.time.Instant;
import org.firstfix.cases.CaseApi;
import org.firstfix.cases.CaseId;
import org.firstfix.cases.CaseSummary;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.firstfix.workorder.WorkOrderStatus;
import org.firstfix.workorder.domain.WorkOrder;
import org.firstfix.workorder.domain.WorkOrders;
import org.springframework.stereotype.Component;

/** Keeps the open work orders of a case in step with it. Only reactions call it: the desk's own permission has decided. */
@Component
@Permission("work-order.maintain")
public final class FollowCase {
    private final Work work;
    private final WorkOrders workOrders;
    private final CaseApi cases;
    private final NewVisits visits;
    private final WithdrawnVisits withdrawn;

    FollowCase(Work work, WorkOrders workOrders, CaseApi cases, NewVisits visits, WithdrawnVisits withdrawn) {
        this.work = work;
        this.workOrders = workOrders;
        this.cases = cases;
        this.visits = visits;
        this.withdrawn = withdrawn;
    }

    public enum News {
        WAITS,
        GOES_ON,
        CHANGED,
        OVER
    }

    public record Command(CaseId caseId, News news, Instant at, String reason) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            for (WorkOrder workOrder : workOrders.loadOpenOf(command.caseId())) {
                switch (command.news()) {
                    case WAITS -> waits(workOrder);
                    case GOES_ON -> goesOn(workOrder);
                    case CHANGED -> followClock(workOrder);
                    case OVER -> withdrawn.withdraw(workOrder, command.reason(), command.at());
                }
            }
        });
    }

    /** While the clock stands still nobody is due anywhere; where work goes on already, the promise is judged by what it was. */
    private void waits(WorkOrder workOrder) {
        if (workOrder.status() == WorkOrderStatus.RELEASED) {
            workOrder.waitForCustomer();
        }
        if (workOrder.status() != WorkOrderStatus.IN_WORK) {
            followClock(workOrder);
        }
    }

    private void goesOn(WorkOrder workOrder) {
        if (workOrder.status() == WorkOrderStatus.WAITING_FOR_CUSTOMER) {
            workOrder.customerReady();
        }
        followClock(workOrder);
    }

    private void followClock(WorkOrder workOrder) {
        CaseSummary serviceCase = cases.get(workOrder.facts().caseId());
        workOrder.follow(visits.promiseOf(serviceCase));
        workOrders.save(workOrder);
    }
}
