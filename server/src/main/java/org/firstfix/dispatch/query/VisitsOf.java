package org.firstfix.dispatch.query;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.cases.CaseApi;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Query;
import org.firstfix.workorder.WorkOrderApi;
import org.firstfix.workorder.WorkOrderId;
import org.firstfix.workorder.WorkOrderSummary;

/** The visits of one work order or one case. */
@Query
public class VisitsOf {
    private final DayList days;
    private final WorkOrderApi workOrders;
    private final CaseApi cases;

    VisitsOf(DayList days, WorkOrderApi workOrders, CaseApi cases) {
        this.days = days;
        this.workOrders = workOrders;
        this.cases = cases;
    }

    /** @throws Problem 400 if neither is given */
    public List<DayList.Visit> list(Optional<String> workOrder, Optional<String> caseNumber) {
        if (workOrder.isPresent()) {
            return days.visitsOf(List.of(workOrders.findByNumber(workOrder.get()).map(WorkOrderSummary::id)
                    .orElseThrow(() -> Problem.notFound("work-order", workOrder.get()))));
        }
        String number = caseNumber.orElseThrow(() -> Problem.invalid("dispatch.visits-of-what", Map.of()));
        List<WorkOrderId> orders = workOrders.ofCase(cases.findByNumber(number)
                .orElseThrow(() -> Problem.notFound("case", number)).id()).stream().map(WorkOrderSummary::id).toList();
        return days.visitsOf(orders);
    }
}
