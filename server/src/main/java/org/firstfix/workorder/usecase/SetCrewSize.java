package org.firstfix.workorder.usecase;

import java.time.Clock;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.firstfix.workorder.CrewSizeSet;
import org.firstfix.workorder.domain.WorkOrder;
import org.firstfix.workorder.domain.WorkOrders;
import org.springframework.stereotype.Component;

/** The visit needs more engineers than its type of work says, or fewer. Who is booked stays booked. */
@Component
@Permission("work-order.maintain")
public final class SetCrewSize {
    private final Work work;
    private final WorkOrders workOrders;
    private final Announcements announcements;
    private final Clock clock;

    SetCrewSize(Work work, WorkOrders workOrders, Announcements announcements, Clock clock) {
        this.work = work;
        this.workOrders = workOrders;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** @param expectedVersion of the work order that was on the screen */
    public record Command(String number, int crewSize, String reason, int expectedVersion) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            WorkOrder workOrder = workOrders.load(command.number());
            if (workOrder.version() != command.expectedVersion()) {
                throw Problem.stale(command.expectedVersion(), workOrder.version(), workOrder.crewSize());
            }
            int before = workOrder.crewSize();
            workOrder.needCrew(command.crewSize());
            workOrders.save(workOrder);
            WorkOrder.Facts facts = workOrder.facts();
            announcements.announce(new CrewSizeSet(facts.id(), facts.number(), facts.caseId(), command.crewSize(), before, facts.orgPath(), clock.instant(),
                    command.reason().strip()));
        });
    }
}
