package org.firstfix.dispatch.query;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.dispatch.domain.DayMaterial;
import org.firstfix.dispatch.domain.Engineer;
import org.firstfix.dispatch.domain.Engineers;
import org.firstfix.dispatch.domain.EngineDay;
import org.firstfix.dispatch.domain.OfferedWindows;
import org.firstfix.dispatch.domain.Period;
import org.firstfix.dispatch.domain.PlanArea;
import org.firstfix.dispatch.domain.Slot;
import org.firstfix.dispatch.domain.SlotHold;
import org.firstfix.dispatch.domain.SlotHolds;
import org.firstfix.dispatch.domain.WishedWindows;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.work.Query;
import org.firstfix.routing.plan.Objective;
import org.firstfix.sla.SlaApi;
import org.firstfix.sla.WorkingTimes;
import org.firstfix.workorder.WorkOrderApi;
import org.firstfix.workorder.WorkOrderSummary;

/** When somebody could come: the windows of the next days for a customer, each with the best engineer, the price and why, or what stands in the way. */
@Query
public class Slots {
    public static final int USUAL_DAYS = 5;
    public static final int MOST_DAYS = 14;

    private final Candidates candidates;
    private final Areas areas;
    private final WorkOrderApi workOrders;
    private final SlaApi sla;
    private final SlotHolds holds;
    private final WishedWindows wishes;
    private final Engineers engineers;
    private final Clock clock;

    Slots(Candidates candidates, Areas areas, WorkOrderApi workOrders, SlaApi sla, SlotHolds holds, WishedWindows wishes, Engineers engineers, Clock clock) {
        this.candidates = candidates;
        this.areas = areas;
        this.workOrders = workOrders;
        this.sla = sla;
        this.holds = holds;
        this.wishes = wishes;
        this.engineers = engineers;
        this.clock = clock;
    }

    /** From a moment up to, and not including, another. */
    public record Window(Instant startsAt, Instant endsAt) {
        static Window of(Period period) {
            return new Window(period.startsAt(), period.endsAt());
        }
    }

    /** @param windows the earliest first; none for any time */
    public record Wishes(String workOrderNumber, List<Window> windows) {}

    /**
     * A window that the customer can be told, or why not.
     *
     * @param recommended 1 to 3; none for the others
     * @param possible whether anybody can keep it
     * @param keepsDeadline whether work would begin in time, or nothing is promised; false where it is not possible
     * @param wished whether the customer asked for such a time
     * @param best who would keep it for the least, or who is nearest to it; none if nobody works that day
     */
    public record Offer(LocalDate date, Instant startsAt, Instant endsAt, Optional<Integer> recommended, boolean possible, boolean keepsDeadline,
            boolean wished, Optional<Candidates.Candidate> best) {}

    /** A time that is kept for the customer. @param mine whether the caller holds it */
    public record Hold(UUID id, String workOrderNumber, String engineerCode, String engineerName, List<Candidates.Colleague> crew, Instant startsAt, Instant endsAt, Instant windowStartsAt,
            Instant windowEndsAt, String heldBy, Instant heldAt, Instant expiresAt, boolean mine) {}

    /**
     * @param zone of the place; all dates are days there
     * @param startsBy when work has to begin so that the contract is kept; none if nothing is promised
     * @param booked the visit that it has already, which would be moved
     * @param mayAgree whether the caller may hold and book
     * @param items by time
     */
    public record Answer(String workOrderNumber, String zone, LocalDate from, int days, Instant asOf, Optional<Instant> startsBy, List<Window> wished,
            Optional<Hold> hold, boolean mayAgree, List<Offer> items) {}

    /**
     * @param from the first day; none for today
     * @throws Problem 404 if there is no such work order, 409 if nobody can be sent for it any more, 400 if the days are out of range
     */
    public Answer forWorkOrder(DataScope scope, String number, Optional<LocalDate> from, int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw Problem.invalidField("days", "dispatch.days-out-of-range", Map.of("days", days, "most", MOST_DAYS));
        }
        WorkOrderSummary order = workOrders.findByNumber(number).orElseThrow(() -> Problem.notFound("work-order", number));
        if (!order.isOpen()) {
            throw Problem.conflict("dispatch.not-bookable", Map.of("number", number, "status", order.status().name()));
        }
        Instant now = clock.instant();
        PlanArea first = areas.ofBranch(order.orgPath(), from);
        List<Slot> slots = new ArrayList<>();
        Optional<Instant> startsBy = Optional.empty();
        List<Offer> offers = new ArrayList<>();
        List<EngineDay> engineDays = new ArrayList<>();
        for (int ahead = 0; ahead < days; ahead++) {
            EngineDay day = dayOf(scope, order, first.on(first.day().plusDays(ahead)));
            startsBy = startsBy.or(() -> day.idOf(order.id()).stream().boxed().findFirst().flatMap(id -> day.task(id).job().startsBy()));
            for (Slot slot : Slot.of(day, order.id(), windows(order, day.material().area(), now))) {
                slots.add(slot);
                engineDays.add(day);
            }
        }
        List<Integer> recommended = Slot.recommended(slots);
        Objective best = recommended.isEmpty() ? Objective.NOTHING : slots.get(recommended.getFirst()).price();
        for (int i = 0; i < slots.size(); i++) {
            offers.add(offer(slots.get(i), recommended.indexOf(i), best, engineDays.get(i).material(), order));
        }
        return new Answer(number, first.zone().getId(), first.day(), days, now, startsBy, wishes.of(order.id()).stream().map(Window::of).toList(),
                holds.currentOf(order.id(), now).map(this::told), Actors.current().may("appointment.agree"), offers);
    }

    /** One window as it stands now. @throws Problem 400 if no such window is offered */
    public Slot at(DataScope scope, WorkOrderSummary order, Period window) {
        PlanArea today = areas.ofBranch(order.orgPath(), Optional.empty());
        PlanArea area = today.on(window.startsAt().atZone(today.zone()).toLocalDate());
        if (!windows(order, area, clock.instant()).contains(window)) {
            throw Problem.invalidField("startsAt", "dispatch.no-such-window", Map.of("startsAt", window.startsAt().toString(), "endsAt", window.endsAt().toString()));
        }
        return Slot.of(dayOf(scope, order, area), order.id(), List.of(window)).getFirst();
    }

    public Hold hold(UUID id) {
        return told(holds.view(id));
    }

    public Wishes wishes(String number) {
        WorkOrderSummary order = workOrders.findByNumber(number).orElseThrow(() -> Problem.notFound("work-order", number));
        return new Wishes(number, wishes.of(order.id()).stream().map(Window::of).toList());
    }

    private List<Period> windows(WorkOrderSummary order, PlanArea area, Instant now) {
        Optional<WorkingTimes.WorkingTime> served = sla.serviceTimeOf(order.caseId().value());
        return OfferedWindows.of(area, now, served);
    }

    /** With no other open work: what nobody is booked for takes nobody's time. */
    private EngineDay dayOf(DataScope scope, WorkOrderSummary order, PlanArea area) {
        return EngineDay.of(candidates.ofOrderAlone(scope, order, area), Optional.of(order.id()));
    }

    private Offer offer(Slot slot, int rank, Objective best, DayMaterial material, WorkOrderSummary order) {
        return new Offer(slot.area().day(), slot.window().startsAt(), slot.window().endsAt(), rank < 0 ? Optional.empty() : Optional.of(rank + 1),
                slot.possible(), slot.keepsDeadline(), slot.wished(), slot.best().map(choice -> candidates.candidate(1, choice, best, material, order)));
    }

    private Hold told(SlotHold hold) {
        var engineer = engineers.find(hold.engineer()).orElseThrow(() -> Problem.notFound("slot-hold", hold.id()));
        return new Hold(hold.id(), workOrders.get(hold.workOrder()).number(), engineer.code(), engineer.name(),
                hold.crew().stream().flatMap(member -> engineers.find(member).stream()).sorted(Comparator.comparing(Engineer::code)).map(Candidates.Colleague::of).toList(), hold.period().startsAt(), hold.period().endsAt(),
                hold.window().startsAt(), hold.window().endsAt(), hold.heldBy(), hold.heldAt(), hold.expiresAt(), hold.heldBy().equals(Actors.current().name()));
    }
}
