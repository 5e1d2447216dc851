package org.firstfix.dispatch.usecase;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.firstfix.contract.Milestone;
import org.firstfix.dispatch.EngineerArrived;
import org.firstfix.dispatch.domain.Appointment;
import org.firstfix.dispatch.domain.Appointments;
import org.firstfix.dispatch.domain.Place;
import org.firstfix.dispatch.domain.PlanVersion;
import org.firstfix.dispatch.query.Areas;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.time.EventTime;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.firstfix.sla.ServiceMoment;
import org.firstfix.sla.SlaApi;
import org.firstfix.sla.StandardApi;
import org.firstfix.workorder.WorkOrderApi;
import org.firstfix.workorder.WorkOrderSummary;
import org.springframework.stereotype.Component;

/** The engineer checks in at the site: the promise to be there is kept, and the work begins. */
@Component
@Permission("appointment.carry-out")
public final class ArriveAtSite {
    private final Work work;
    private final Appointments appointments;
    private final WorkOrderApi workOrders;
    private final SlaApi sla;
    private final StandardApi standards;
    private final LegBook legs;
    private final Occasions occasions;
    private final Areas areas;
    private final Announcements announcements;
    private final Clock clock;

    ArriveAtSite(Work work, Appointments appointments, WorkOrderApi workOrders, SlaApi sla, StandardApi standards, LegBook legs, Occasions occasions,
            Areas areas, Announcements announcements, Clock clock) {
        this.work = work;
        this.appointments = appointments;
        this.workOrders = workOrders;
        this.sla = sla;
        this.standards = standards;
        this.legs = legs;
        this.occasions = occasions;
        this.areas = areas;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** @param at when the engineer arrived, as the device says; none for now */
    public record Command(String number, Optional<Instant> at, Optional<Place> where) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            Instant now = clock.instant();
            Instant at = EventTime.accepted(command.at().orElse(now), now);
            Appointment.Facts facts = appointments.view(command.number()).facts();
            OwnAppointments.require(appointments.view(command.number()));
            WorkOrderSummary workOrder = workOrders.get(facts.workOrderId());
            workOrders.start(facts.workOrderId(), at);
            Appointment appointment = appointments.load(command.number());
            appointment.arrive(at, command.where());
            appointments.save(appointment);
            legs.arrived(appointment);
            sla.reach(workOrder.caseId().value(), Milestone.ON_SITE, at);
            standards.happened(workOrder.caseId().value(), ServiceMoment.ENGINEER_ON_SITE, at);
            Appointment.Plan plan = appointment.plan();
            if (at.isAfter(plan.period().startsAt())) {
                occasions.happened(PlanVersion.Cause.LATE_ARRIVAL, plan.orgPath(), at, areas.zoneOf(plan.orgPath()), facts.number());
            }
            announcements.announce(new EngineerArrived(facts.id(), facts.number(), facts.workOrderId(), workOrder.caseId(),
                    appointment.plan().engineerId(), appointment.plan().orgPath(), at));
        });
    }
}
