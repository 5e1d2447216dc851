package org.firstfix.dispatch.usecase;

import java.time.Instant;
import java.util.Optional;
import org.firstfix.dispatch.AppointmentCancelled;
import org.firstfix.dispatch.AppointmentStatus;
import org.firstfix.dispatch.domain.Appointment;
import org.firstfix.dispatch.domain.Appointments;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.firstfix.workorder.WorkOrderApi;
import org.firstfix.workorder.WorkOrderId;
import org.springframework.stereotype.Component;

/** The work order is over: its appointment is done, or not needed. Only reactions call it. */
@Component
@Permission("appointment.carry-out")
public final class EndAppointment {
    private final Work work;
    private final Appointments appointments;
    private final WorkOrderApi workOrders;
    private final Announcements announcements;

    EndAppointment(Work work, Appointments appointments, WorkOrderApi workOrders, Announcements announcements) {
        this.work = work;
        this.appointments = appointments;
        this.workOrders = workOrders;
        this.announcements = announcements;
    }

    /** @param cancelReason none: the visit took place */
    public record Command(WorkOrderId workOrderId, Instant at, Optional<String> cancelReason) {}

    public void handle(Command command) {
        work.perform(this, () -> appointments.loadCurrentOf(command.workOrderId()).ifPresent(appointment -> {
            if (command.cancelReason().isEmpty() && appointment.may(AppointmentStatus.DONE)) {
                appointment.done(command.at());
                appointments.save(appointment);
                return;
            }
            String reason = command.cancelReason().orElse("");
            appointment.withdraw(reason);
            appointments.save(appointment);
            Appointment.Facts facts = appointment.facts();
            announcements.announce(new AppointmentCancelled(facts.id(), facts.number(), facts.workOrderId(),
                    workOrders.get(facts.workOrderId()).caseId(), appointment.plan().engineerId(), appointment.plan().orgPath(),
                    command.at(), reason));
        }));
    }
}
