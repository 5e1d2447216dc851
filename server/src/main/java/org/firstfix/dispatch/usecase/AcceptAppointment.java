package org.firstfix.dispatch.usecase;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.firstfix.dispatch.AppointmentAccepted;
import org.firstfix.dispatch.domain.Appointment;
import org.firstfix.dispatch.domain.Appointments;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.time.EventTime;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.firstfix.workorder.WorkOrderApi;
import org.springframework.stereotype.Component;

/** The engineer has seen it and will come. */
@Component
@Permission("appointment.carry-out")
public final class AcceptAppointment {
    private final Work work;
    private final Appointments appointments;
    private final WorkOrderApi workOrders;
    private final Announcements announcements;
    private final Clock clock;

    AcceptAppointment(Work work, Appointments appointments, WorkOrderApi workOrders, Announcements announcements, Clock clock) {
        this.work = work;
        this.appointments = appointments;
        this.workOrders = workOrders;
        this.announcements = announcements;
        this.clock = clock;
    }

    public record Command(String number, Optional<Instant> at) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            Instant now = clock.instant();
            Instant at = EventTime.accepted(command.at().orElse(now), now);
            Appointment appointment = appointments.load(command.number());
            OwnAppointments.require(appointment);
            appointment.accept(at);
            appointments.save(appointment);
            Appointment.Facts facts = appointment.facts();
            announcements.announce(new AppointmentAccepted(facts.id(), facts.number(), facts.workOrderId(),
                    workOrders.get(facts.workOrderId()).caseId(), appointment.plan().engineerId(), appointment.plan().orgPath(), at));
        });
    }
}
