package org.firstfix.workorder.usecase;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.cases.CaseApi;
import org.firstfix.cases.CaseId;
import org.firstfix.cases.CaseStatus;
import org.firstfix.cases.CaseSummary;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.firstfix.workorder.WorkOrderId;
import org.firstfix.workorder.WorkOrderStatus;
import org.firstfix.workorder.WorkOrderSummary;
import org.firstfix.workorder.domain.WorkOrders;
import org.firstfix.workorder.query.WorkOrderSummaries;
import org.springframework.stereotype.Component;

/** Makes the work order for the next visit of a released case. While one is open there is no second. */
@Component
@Permission("work-order.maintain")
public final class ReleaseWorkOrder {
    private final Work work;
    private final WorkOrders workOrders;
    private final WorkOrderSummaries summaries;
    private final NewVisits visits;
    private final CaseApi cases;

    ReleaseWorkOrder(Work work, WorkOrders workOrders, WorkOrderSummaries summaries, NewVisits visits, CaseApi cases) {
        this.work = work;
        this.workOrders = workOrders;
        this.summaries = summaries;
        this.visits = visits;
        this.cases = cases;
    }

    /** @param workType code, for example REPAIR */
    public record Command(CaseId caseId, String workType) {}

    public WorkOrderSummary handle(Command command) {
        return work.perform(this, () -> {
            CaseSummary serviceCase = cases.get(command.caseId());
            List<WorkOrderSummary> before = summaries.ofCase(serviceCase.id());
            before.stream().filter(WorkOrderSummary::isOpen).findFirst().ifPresent(open -> {
                throw Problem.conflict("workorder.one-is-open", Map.of("number", open.number(), "caseNumber", serviceCase.number()));
            });
            if (serviceCase.status() != CaseStatus.RELEASED) {
                throw Problem.conflict("workorder.case-not-released",
                        Map.of("caseNumber", serviceCase.number(), "status", serviceCase.status().name()));
            }
            WorkOrderId id = visits.release(serviceCase, command.workType(), reasonAfter(before), WorkOrderStatus.RELEASED,
                    workOrders.newestOf(serviceCase.id())).facts().id();
            return summaries.of(List.of(id)).get(id);
        });
    }

    /** After a completed repair another visit means that the fault came back. */
    private static String reasonAfter(List<WorkOrderSummary> before) {
        Optional<WorkOrderSummary> last = before.stream()
                .filter(order -> order.status() != WorkOrderStatus.CANCELLED).reduce((first, second) -> second);
        return last.map(order -> order.status() == WorkOrderStatus.COMPLETED ? "FAULT_RETURNED" : "OTHER").orElse("FIRST_VISIT");
    }
}
