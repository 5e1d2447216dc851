package org.firstfix.dispatch.usecase;

import org.firstfix.dispatch.domain.Appointment;
import org.firstfix.dispatch.domain.Appointments;
import org.firstfix.dispatch.domain.PlanVersion;
import org.firstfix.dispatch.query.Areas;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** A dispatcher takes an appointment back; the work order waits for another one. */
@Component
@Permission("dispatch.book")
public final class CancelAppointment {
    private final Work work;
    private final Bookings bookings;
    private final Appointments appointments;
    private final Occasions occasions;
    private final Areas areas;

    CancelAppointment(Work work, Bookings bookings, Appointments appointments, Occasions occasions, Areas areas) {
        this.work = work;
        this.bookings = bookings;
        this.appointments = appointments;
        this.occasions = occasions;
        this.areas = areas;
    }

    public record Command(String number, String reason) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            bookings.cancel(command.number(), command.reason().strip());
            Appointment.Plan plan = appointments.view(command.number()).plan();
            occasions.happened(PlanVersion.Cause.CANCELLATION, plan.orgPath(), plan.period().startsAt(), areas.zoneOf(plan.orgPath()), command.number());
        });
    }
}
