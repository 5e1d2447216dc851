package org.firstfix.dispatch.usecase;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.firstfix.dispatch.AppointmentCancelled;
import org.firstfix.dispatch.AppointmentStatus;
import org.firstfix.dispatch.domain.Appointment;
import org.firstfix.dispatch.domain.Appointments;
import org.firstfix.dispatch.domain.PlanVersion;
import org.firstfix.dispatch.query.Areas;
import org.firstfix.dispatch.domain.Vans;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.firstfix.workorder.WorkOrderApi;
import org.firstfix.workorder.WorkOrderId;
import org.firstfix.workorder.WorkOrderSummary;
import org.springframework.stereotype.Component;

/** The work order is over: its appointment is done and the parts it took have left the van, or it is not needed. Only reactions call it. */
@Component
@Permission("appointment.carry-out")
public final class EndAppointment {
    private final Work work;
    private final Appointments appointments;
    private final WorkOrderApi workOrders;
    private final Vans vans;
    private final Occasions occasions;
    private final Areas areas;
    private final Announcements announcements;

    EndAppointment(Work work, Appointments appointments, WorkOrderApi workOrders, Vans vans, Occasions occasions, Areas areas,
            Announcements announcements) {
        this.work = work;
        this.appointments = appointments;
        this.workOrders = workOrders;
        this.vans = vans;
        this.occasions = occasions;
        this.areas = areas;
        this.announcements = announcements;
    }

    /** @param cancelReason none: the visit took place */
    public record Command(WorkOrderId workOrderId, Instant at, Optional<String> cancelReason) {}

    public void handle(Command command) {
        work.perform(this, () -> appointments.loadCurrentOf(command.workOrderId()).ifPresent(appointment -> {
            if (command.cancelReason().isEmpty() && appointment.may(AppointmentStatus.DONE)) {
                appointment.done(command.at());
                appointments.save(appointment);
                vans.take(appointment.plan().engineerId(), partsUsed(command.workOrderId()));
                return;
            }
            String reason = command.cancelReason().orElse("");
            appointment.withdraw(reason);
            appointments.save(appointment);
            Appointment.Facts facts = appointment.facts();
            announcements.announce(new AppointmentCancelled(facts.id(), facts.number(), facts.workOrderId(),
                    workOrders.get(facts.workOrderId()).caseId(), appointment.plan().engineerId(), appointment.plan().crew(), appointment.plan().orgPath(),
                    command.at(), reason));
            Appointment.Plan plan = appointment.plan();
            occasions.happened(PlanVersion.Cause.CANCELLATION, plan.orgPath(), plan.period().startsAt(), areas.zoneOf(plan.orgPath()), facts.number());
        }));
    }

    private List<String> partsUsed(WorkOrderId id) {
        WorkOrderSummary order = workOrders.get(id);
        return workOrders.visitRecords(order.caseId()).stream().filter(visit -> visit.number().equals(order.number()))
                .flatMap(visit -> visit.partsUsed().stream()).toList();
    }
}
