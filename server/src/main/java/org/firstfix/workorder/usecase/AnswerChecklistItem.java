package org.firstfix.workorder.usecase;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.firstfix.platform.time.EventTime;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.firstfix.workorder.domain.ChecklistItem;
import org.firstfix.workorder.domain.WorkOrder;
import org.firstfix.workorder.domain.WorkOrders;
import org.springframework.stereotype.Component;

/** Ticks one line of the checklist, or takes the tick back. */
@Component
@Permission("work-order.carry-out")
public final class AnswerChecklistItem {
    private final Work work;
    private final WorkOrders workOrders;
    private final Clock clock;

    AnswerChecklistItem(Work work, WorkOrders workOrders, Clock clock) {
        this.work = work;
        this.workOrders = workOrders;
        this.clock = clock;
    }

    /** @param answer none takes the answer back */
    public record Command(String number, int position, Optional<ChecklistItem.Answer> answer, Optional<BigDecimal> reading,
            String note, Optional<Instant> at) {}

    public ChecklistItem handle(Command command) {
        return work.perform(this, () -> {
            WorkOrder workOrder = workOrders.load(command.number());
            OwnVisits.require(workOrder);
            Instant now = clock.instant();
            ChecklistItem answered = workOrder.answer(command.position(), command.answer(), command.reading(), command.note(),
                    EventTime.accepted(command.at().orElse(now), now));
            workOrders.save(workOrder);
            return answered;
        });
    }
}
