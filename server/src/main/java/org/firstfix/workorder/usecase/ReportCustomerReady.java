package org.firstfix.workorder.usecase;

import java.time.Clock;
import java.util.Map;
import org.firstfix.cases.CaseApi;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.firstfix.workorder.WorkOrderStatus;
import org.firstfix.workorder.domain.WorkOrder;
import org.firstfix.workorder.domain.WorkOrders;
import org.springframework.stereotype.Component;

/** The customer that the visit waited for is ready: the case goes on, its clock runs, and the work order with it. */
@Component
@Permission("work-order.maintain")
public final class ReportCustomerReady {
    private final Work work;
    private final WorkOrders workOrders;
    private final CaseApi cases;
    private final Clock clock;

    ReportCustomerReady(Work work, WorkOrders workOrders, CaseApi cases, Clock clock) {
        this.work = work;
        this.workOrders = workOrders;
        this.cases = cases;
        this.clock = clock;
    }

    public record Command(String number) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            WorkOrder workOrder = workOrders.load(command.number());
            if (workOrder.status() != WorkOrderStatus.WAITING_FOR_CUSTOMER) {
                throw Problem.conflict("workorder.waits-for-no-customer",
                        Map.of("number", command.number(), "status", workOrder.status().name()));
            }
            cases.customerReady(workOrder.facts().caseId(), clock.instant());
        });
    }
}
