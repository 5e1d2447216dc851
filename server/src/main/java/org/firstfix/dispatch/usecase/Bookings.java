package org.firstfix.dispatch.usecase;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.firstfix.diagnosis.DiagnosisApi;
import org.firstfix.dispatch.AppointmentBooked;
import org.firstfix.dispatch.AppointmentCancelled;
import org.firstfix.dispatch.AppointmentMoved;
import org.firstfix.dispatch.domain.Appointment;
import org.firstfix.dispatch.domain.Appointments;
import org.firstfix.dispatch.domain.Crew;
import org.firstfix.dispatch.domain.Engineer;
import org.firstfix.dispatch.domain.OverlapPolicy;
import org.firstfix.dispatch.domain.Period;
import org.firstfix.dispatch.domain.SlotHold;
import org.firstfix.dispatch.domain.SlotHolds;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.search.SearchIndex;
import org.firstfix.sla.ServiceMoment;
import org.firstfix.sla.StandardApi;
import org.firstfix.workorder.WorkOrderApi;
import org.firstfix.workorder.WorkOrderStatus;
import org.firstfix.workorder.WorkOrderSummary;
import org.springframework.stereotype.Component;

/**
 * Books, moves and cancels with everything that follows from it. Whether it may be done has been decided before; for dispatchers
 * and for plans it is done the same way.
 */
@Component
class Bookings {
    private final Appointments appointments;
    private final WorkOrderApi workOrders;
    private final SlotHolds holds;
    private final DiagnosisApi diagnosis;
    private final StandardApi standards;
    private final SearchIndex search;
    private final Announcements announcements;
    private final Clock clock;

    Bookings(Appointments appointments, WorkOrderApi workOrders, SlotHolds holds, DiagnosisApi diagnosis, StandardApi standards, SearchIndex search,
            Announcements announcements, Clock clock) {
        this.appointments = appointments;
        this.workOrders = workOrders;
        this.holds = holds;
        this.diagnosis = diagnosis;
        this.standards = standards;
        this.search = search;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** @throws Problem 409 if the work is over or under way, or somebody is booked already */
    void requireBookable(WorkOrderSummary workOrder) {
        if (!workOrder.isOpen() || workOrder.status() == WorkOrderStatus.IN_WORK) {
            throw Problem.conflict("dispatch.not-bookable", Map.of("number", workOrder.number(), "status", workOrder.status().name()));
        }
        appointments.viewCurrentOf(workOrder.id()).ifPresent(current -> {
            throw Problem.conflict("dispatch.already-booked", Map.of("number", current.facts().number()));
        });
    }

    /** @return the number of the appointment */
    String book(Crew crew, WorkOrderSummary workOrder, Period wanted, OverlapPolicy overlap) {
        Instant now = clock.instant();
        Engineer engineer = crew.lead();
        Appointments.Key key = appointments.nextKey();
        appointments.add(Appointment.booked(new Appointment.Facts(key.id(), key.number(), workOrder.id(), Actors.current().name(), now),
                new Appointment.Plan(engineer.id(), crew.memberIds(), wanted, overlap, engineer.orgPath())));
        workOrders.assign(workOrder.id(), Optional.of(engineer.id()));
        holds.end(workOrder.id(), SlotHold.State.BOOKED);
        diagnosis.freeze(workOrder.caseId(), now);
        standards.happened(workOrder.caseId().value(), ServiceMoment.VISIT_BOOKED, now);
        search.put(new SearchIndex.Entry("appointment", key.id(), key.number(), workOrder.subject(), engineer.name(),
                engineer.orgPath(), new SearchIndex.Tokens().startingWith(key.number()).endingWith(key.number())));
        announcements.announce(new AppointmentBooked(key.id(), key.number(), workOrder.id(), workOrder.caseId(), engineer.id(), crew.memberIds(),
                wanted.startsAt(), wanted.endsAt(), engineer.orgPath(), now));
        return key.number();
    }

    /** Before the appointment is locked: work orders are locked first everywhere. */
    void assign(WorkOrderSummary workOrder, Engineer engineer) {
        workOrders.assign(workOrder.id(), Optional.of(engineer.id()));
    }

    /** @param appointment locked, its work order assigned already */
    void move(Appointment appointment, Crew crew, WorkOrderSummary workOrder, Period wanted, OverlapPolicy overlap, String reason) {
        Appointment.Plan before = appointment.plan();
        Engineer engineer = crew.lead();
        appointment.move(new Appointment.Plan(engineer.id(), crew.memberIds(), wanted, overlap, engineer.orgPath()));
        appointments.save(appointment);
        announcements.announce(new AppointmentMoved(appointment.facts().id(), appointment.facts().number(), workOrder.id(), workOrder.caseId(),
                engineer.id(), crew.memberIds(), before.engineerId(), before.crew(), before.period().startsAt(), wanted.startsAt(), wanted.endsAt(), engineer.orgPath(),
                clock.instant(), reason));
    }

    /** The work order waits for another appointment. */
    void cancel(String number, String reason) {
        Appointment appointment = appointments.view(number);
        appointment.cancel(reason);
        WorkOrderSummary workOrder = workOrders.get(appointment.facts().workOrderId());
        workOrders.assign(workOrder.id(), Optional.empty());
        appointment = appointments.load(number);
        appointment.cancel(reason);
        appointments.save(appointment);
        announcements.announce(new AppointmentCancelled(appointment.facts().id(), number, workOrder.id(), workOrder.caseId(),
                appointment.plan().engineerId(), appointment.plan().crew(), appointment.plan().orgPath(), clock.instant(), reason));
    }
}
