package org.firstfix.dispatch.usecase;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.firstfix.dispatch.AppointmentStatus;
import org.firstfix.dispatch.domain.Appointment;
import org.firstfix.dispatch.domain.Appointments;
import org.firstfix.dispatch.domain.Crew;
import org.firstfix.dispatch.domain.Engineer;
import org.firstfix.dispatch.domain.Engineers;
import org.firstfix.dispatch.domain.OverlapPolicies;
import org.firstfix.dispatch.domain.ProposedChange;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.problem.Problem;
import org.firstfix.workorder.WorkOrderApi;
import org.firstfix.workorder.WorkOrderId;
import org.firstfix.workorder.WorkOrderSummary;
import org.springframework.stereotype.Component;

/** Makes several changes at once, all or none: each only from where it was seen, whoever else changes something meanwhile. */
@Component
class PlanChanges {
    private final Engineers engineers;
    private final Appointments appointments;
    private final OverlapPolicies overlaps;
    private final WorkOrderApi workOrders;
    private final Diary diary;
    private final Bookings bookings;

    PlanChanges(Engineers engineers, Appointments appointments, OverlapPolicies overlaps, WorkOrderApi workOrders, Diary diary, Bookings bookings) {
        this.engineers = engineers;
        this.appointments = appointments;
        this.overlaps = overlaps;
        this.workOrders = workOrders;
        this.diary = diary;
        this.bookings = bookings;
    }

    /**
     * @param judged whether absences and overlaps stand in the way; what is taken back goes where it was, whatever is there now,
     *     and only the database's word on double booking counts
     * @return the same changes as applied, bookings with their numbers
     * @throws Problem 409 naming the first visit that is not where the plan saw it, or cannot be where the plan wants it
     */
    List<ProposedChange> apply(List<ProposedChange> changes, String reason, boolean judged) {
        Map<PersonId, Engineer> locked = lock(changes);
        List<ProposedChange> applied = new ArrayList<>();
        appointments.movingTogether(() -> {
            for (ProposedChange change : changes) {
                applied.add(change.as(ProposedChange.State.APPLIED, Optional.of(apply(change, locked, reason))));
            }
        });
        if (judged) {
            applied.forEach(change -> judge(change, locked));
        }
        return applied;
    }

    /** Everybody who books one of them waits here; always in the order of their codes, so that two plans do not wait for each other. */
    private Map<PersonId, Engineer> lock(List<ProposedChange> changes) {
        Map<PersonId, Engineer> locked = new HashMap<>();
        changes.stream().flatMap(change -> Stream.concat(change.former().stream(), change.wanted().stream())).flatMap(slot -> slot.people().stream())
                .distinct().map(id -> engineers.find(id).orElseThrow(() -> Problem.notFound("engineer", id.value())))
                .sorted(Comparator.comparing(Engineer::code)).forEach(engineer -> locked.put(engineer.id(), engineers.load(engineer.code())));
        return locked;
    }

    private String apply(ProposedChange change, Map<PersonId, Engineer> locked, String reason) {
        WorkOrderSummary order = workOrders.get(change.workOrder());
        requireAsSeen(change, order);
        if (change.kind() == ProposedChange.Kind.RELEASE) {
            String number = change.appointment().orElseThrow();
            bookings.cancel(number, reason);
            return number;
        }
        ProposedChange.Slot wanted = change.wanted().orElseThrow();
        Crew crew = crewOf(wanted, locked);
        if (change.kind() == ProposedChange.Kind.BOOK) {
            return bookings.book(crew, order, wanted.period(), overlaps.inForce(crew.lead().orgPath()));
        }
        bookings.assign(order, crew.lead());
        Appointment appointment = appointments.load(change.appointment().orElseThrow());
        bookings.move(appointment, crew, order, wanted.period(), overlaps.inForce(crew.lead().orgPath()), reason);
        return appointment.facts().number();
    }

    private static Crew crewOf(ProposedChange.Slot slot, Map<PersonId, Engineer> locked) {
        return new Crew(Optional.ofNullable(locked.get(slot.engineer())).orElseThrow(), slot.crew().stream().map(locked::get).toList());
    }

    private void requireAsSeen(ProposedChange change, WorkOrderSummary order) {
        Optional<Appointment> current = appointments.viewCurrentOf(new WorkOrderId(order.id().value()));
        Optional<ProposedChange.Slot> now = current.map(appointment -> new ProposedChange.Slot(appointment.plan().engineerId(), appointment.plan().crew(), appointment.plan().period()));
        boolean movable = current.map(appointment -> appointment.status() == AppointmentStatus.BOOKED
                || appointment.may(AppointmentStatus.BOOKED)).orElse(true);
        if (!now.equals(change.former()) || !movable || !order.isOpen()) {
            throw Problem.conflict("dispatch.plan-out-of-date", Map.of("number", order.number()));
        }
        if (change.kind() == ProposedChange.Kind.BOOK) {
            bookings.requireBookable(order);
        }
    }

    private void judge(ProposedChange change, Map<PersonId, Engineer> locked) {
        change.wanted().ifPresent(wanted -> {
            Appointment appointment = appointments.viewCurrentOf(change.workOrder()).orElseThrow();
            diary.require(diary.look(crewOf(wanted, locked), workOrders.get(change.workOrder()), wanted.period(), Optional.of(appointment.facts().id())), true);
        });
    }
}
