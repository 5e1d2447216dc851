package org.firstfix.workorder.usecase;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.firstfix.diagnosis.DiagnosisApi;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.firstfix.workorder.domain.ServiceReport;
import org.firstfix.workorder.domain.WorkOrder;
import org.firstfix.workorder.domain.WorkOrders;
import org.firstfix.workorder.query.WorkOrderScreen;
import org.springframework.stereotype.Component;

/** Writes the text of the service report: found, done, causes, advice, outcome. */
@Component
@Permission("work-order.carry-out")
public final class WriteServiceReport {
    private final Work work;
    private final WorkOrders workOrders;
    private final DiagnosisApi diagnosis;
    private final WorkOrderScreen screen;

    WriteServiceReport(Work work, WorkOrders workOrders, DiagnosisApi diagnosis, WorkOrderScreen screen) {
        this.work = work;
        this.workOrders = workOrders;
        this.diagnosis = diagnosis;
        this.screen = screen;
    }

    /** @param expectedVersion of the report, as the ETag of the report said it */
    public record Command(String number, ServiceReport.Draft draft, int expectedVersion) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            WorkOrder workOrder = workOrders.load(command.number());
            OwnVisits.require(workOrder);
            int current = workOrder.report().version();
            if (current != command.expectedVersion()) {
                throw Problem.stale(command.expectedVersion(), current, screen.report(command.number()));
            }
            causesAreOfTheCatalogue(command.draft().trueCauses());
            workOrder.writeReport(command.draft());
            workOrders.save(workOrder);
        });
    }

    private void causesAreOfTheCatalogue(List<String> codes) {
        Set<String> known = diagnosis.causes().stream().map(DiagnosisApi.Cause::code).collect(Collectors.toSet());
        codes.stream().filter(code -> !known.contains(code)).findFirst().ifPresent(code -> {
            throw Problem.invalidField("trueCauses", "workorder.cause-unknown", Map.of("code", code));
        });
    }
}
