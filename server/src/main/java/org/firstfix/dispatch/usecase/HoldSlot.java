package org.firstfix.dispatch.usecase;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.dispatch.SlotHeld;
import org.firstfix.dispatch.domain.Crew;
import org.firstfix.dispatch.domain.Engineer;
import org.firstfix.dispatch.domain.Period;
import org.firstfix.dispatch.domain.Slot;
import org.firstfix.dispatch.domain.SlotHold;
import org.firstfix.dispatch.domain.SlotHolds;
import org.firstfix.dispatch.domain.WhoCanGo;
import org.firstfix.dispatch.query.Slots;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.firstfix.workorder.WorkOrderApi;
import org.firstfix.workorder.WorkOrderSummary;
import org.springframework.stereotype.Component;

/** Keeps a window for the customer on the phone: the best engineer for it is taken for five minutes, and then free again by itself. */
@Component
@Permission("appointment.agree")
public final class HoldSlot {
    private final Work work;
    private final WorkOrderApi workOrders;
    private final Slots slots;
    private final Crews crews;
    private final SlotHolds holds;
    private final Diary diary;
    private final Bookings bookings;
    private final Announcements announcements;
    private final Clock clock;

    HoldSlot(Work work, WorkOrderApi workOrders, Slots slots, Crews crews, SlotHolds holds, Diary diary, Bookings bookings,
            Announcements announcements, Clock clock) {
        this.work = work;
        this.workOrders = workOrders;
        this.slots = slots;
        this.crews = crews;
        this.holds = holds;
        this.diary = diary;
        this.bookings = bookings;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** @param window as it was offered */
    public record Command(String workOrderNumber, Period window) {}

    /**
     * What was held before for this work order is given back.
     *
     * @throws Problem 409 if nobody can keep the window, somebody was quicker, or the work order has an appointment
     */
    public UUID handle(Command command) {
        return work.perform(this, () -> {
            WorkOrderSummary order = workOrders.findByNumber(command.workOrderNumber())
                    .orElseThrow(() -> Problem.notFound("work-order", command.workOrderNumber()));
            bookings.requireBookable(order);
            WhoCanGo.Choice best = slots.at(Actors.current().scope(), order, command.window()).best().filter(WhoCanGo.Choice::possible)
                    .orElseThrow(() -> taken(command.window()));
            // From here on their time changes for nobody else: what the engine saw is looked at once more.
            Crew crew = crews.load(best.engineer().code(), best.crew().stream().map(Engineer::code).toList());
            Period period = new Period(best.startsAt().orElseThrow(), best.endsAt().orElseThrow());
            Diary.Look look = diary.look(crew, order, period, Optional.empty());
            if (look.isForbidden() || !look.overlapping().isEmpty()) {
                throw taken(command.window());
            }
            Instant now = clock.instant();
            holds.end(order.id(), SlotHold.State.RELEASED);
            SlotHold hold = SlotHold.held(UUID.randomUUID(), order.id(), crew, period, command.window(), Actors.current().name(), now, order.orgPath());
            holds.add(hold);
            announcements.announce(new SlotHeld(hold.id(), order.id(), crew.lead().id(), command.window().startsAt(), command.window().endsAt(), hold.expiresAt(),
                    order.orgPath(), now, ""));
            return hold.id();
        });
    }

    private static Problem taken(Period window) {
        return Problem.conflict("dispatch.slot-taken", Map.of("startsAt", window.startsAt().toString(), "endsAt", window.endsAt().toString()));
    }
}
