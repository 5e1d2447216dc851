package org.firstfix.workorder.usecase;

import java.util.Map;
import org.firstfix.cases.CaseApi;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.firstfix.workorder.domain.WorkTypes;
import org.springframework.stereotype.Component;

/** Somebody orders one more visit for a released case that has none open. */
@Component
@Permission("work-order.maintain")
public final class OrderVisit {
    private final Work work;
    private final CaseApi cases;
    private final WorkTypes workTypes;
    private final ReleaseWorkOrder releaseWorkOrder;

    OrderVisit(Work work, CaseApi cases, WorkTypes workTypes, ReleaseWorkOrder releaseWorkOrder) {
        this.work = work;
        this.cases = cases;
        this.workTypes = workTypes;
        this.releaseWorkOrder = releaseWorkOrder;
    }

    public record Command(String caseNumber, String workType) {}

    /** @return the number of the new work order */
    public String handle(Command command) {
        return work.perform(this, () -> {
            var serviceCase = cases.findByNumber(command.caseNumber())
                    .orElseThrow(() -> Problem.notFound("case", command.caseNumber()));
            if (!workTypes.get(command.workType()).active()) {
                throw Problem.conflict("workorder.work-type-retired", Map.of("workType", command.workType()));
            }
            return releaseWorkOrder.handle(new ReleaseWorkOrder.Command(serviceCase.id(), command.workType())).number();
        });
    }
}
