package org.firstfix.workorder.usecase;

import org.firstfix.cases.CaseApi;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Somebody orders one more visit for a released case that has none open. */
@Component
@Permission("work-order.maintain")
public final class OrderVisit {
    private final Work work;
    private final CaseApi cases;
    private final ReleaseWorkOrder releaseWorkOrder;

    OrderVisit(Work work, CaseApi cases, ReleaseWorkOrder releaseWorkOrder) {
        this.work = work;
        this.cases = cases;
        this.releaseWorkOrder = releaseWorkOrder;
    }

    public record Command(String caseNumber, String workType) {}

    /** @return the number of the new work order */
    public String handle(Command command) {
        return work.perform(this, () -> {
            var serviceCase = cases.findByNumber(command.caseNumber())
                    .orElseThrow(() -> Problem.notFound("case", command.caseNumber()));
            return releaseWorkOrder.handle(new ReleaseWorkOrder.Command(serviceCase.id(), command.workType())).number();
        });
    }
}
