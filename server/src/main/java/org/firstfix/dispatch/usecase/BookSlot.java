package org.firstfix.dispatch.usecase;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.dispatch.domain.Crew;
import org.firstfix.dispatch.domain.SlotHold;
import org.firstfix.dispatch.domain.SlotHolds;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.firstfix.workorder.WorkOrderApi;
import org.firstfix.workorder.WorkOrderSummary;
import org.springframework.stereotype.Component;

/** The customer has agreed: what was kept for him is booked. */
@Component
@Permission("appointment.agree")
public final class BookSlot {
    private final Work work;
    private final SlotHolds holds;
    private final Crews crews;
    private final WorkOrderApi workOrders;
    private final Diary diary;
    private final Bookings bookings;
    private final Clock clock;

    BookSlot(Work work, SlotHolds holds, Crews crews, WorkOrderApi workOrders, Diary diary, Bookings bookings, Clock clock) {
        this.work = work;
        this.holds = holds;
        this.crews = crews;
        this.workOrders = workOrders;
        this.diary = diary;
        this.bookings = bookings;
        this.clock = clock;
    }

    public record Command(UUID hold) {}

    /** @throws Problem 409 if the hold has ended, the work order has an appointment, or the engineer has become absent */
    public BookAppointment.Booked handle(Command command) {
        return work.perform(this, () -> {
            SlotHold seen = holds.view(command.hold());
            // The engineers first, as in every booking.
            Crew crew = crews.load(crews.codes(List.of(seen.engineer())).getFirst(), crews.codes(seen.crew()));
            SlotHold hold = holds.load(command.hold());
            hold.requireCounts(clock.instant());
            WorkOrderSummary order = workOrders.get(hold.workOrder());
            bookings.requireBookable(order);
            Diary.Look look = diary.look(crew, order, hold.period(), Optional.empty());
            diary.require(look, false);
            return new BookAppointment.Booked(bookings.book(crew, order, hold.period(), look.policy()), look.findings(), Optional.empty());
        });
    }
}
