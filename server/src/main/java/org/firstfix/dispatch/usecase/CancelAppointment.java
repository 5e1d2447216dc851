package org.firstfix.dispatch.usecase;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.firstfix.dispatch.AppointmentCancelled;
import org.firstfix.dispatch.domain.Appointment;
import org.firstfix.dispatch.domain.Appointments;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.firstfix.workorder.WorkOrderApi;
import org.firstfix.workorder.WorkOrderSummary;
import org.springframework.stereotype.Component;

/** A dispatcher takes an appointment back; the work order waits for another one. */
@Component
@Permission("dispatch.book")
public final class CancelAppointment {
    private final Work work;
    private final Appointments appointments;
    private final WorkOrderApi workOrders;
    private final Announcements announcements;
    private final Clock clock;

    CancelAppointment(Work work, Appointments appointments, WorkOrderApi workOrders, Announcements announcements, Clock clock) {
        this.work = work;
        this.appointments = appointments;
        this.workOrders = workOrders;
        this.announcements = announcements;
        this.clock = clock;
    }

    public record Command(String number, String reason) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            Instant now = clock.instant();
            Appointment appointment = appointments.view(command.number());
            appointment.cancel(command.reason().strip());
            WorkOrderSummary workOrder = workOrders.get(appointment.facts().workOrderId());
            workOrders.assign(workOrder.id(), Optional.empty());
            appointment = appointments.load(command.number());
            appointment.cancel(command.reason().strip());
            appointments.save(appointment);
            announcements.announce(new AppointmentCancelled(appointment.facts().id(), command.number(), workOrder.id(),
                    workOrder.caseId(), appointment.plan().engineerId(), appointment.plan().orgPath(), now, command.reason().strip()));
        });
    }
}
