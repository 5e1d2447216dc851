package org.firstfix.dispatch.usecase;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.firstfix.dispatch.AppointmentMoved;
import org.firstfix.dispatch.domain.Appointment;
import org.firstfix.dispatch.domain.Appointments;
import org.firstfix.dispatch.domain.Engineer;
import org.firstfix.dispatch.domain.Engineers;
import org.firstfix.dispatch.domain.Period;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.firstfix.workorder.WorkOrderApi;
import org.firstfix.workorder.WorkOrderSummary;
import org.springframework.stereotype.Component;

/** Another engineer or another time. It has to be accepted anew. */
@Component
@Permission("dispatch.book")
public final class MoveAppointment {
    private final Work work;
    private final Engineers engineers;
    private final Appointments appointments;
    private final Diary diary;
    private final WorkOrderApi workOrders;
    private final Announcements announcements;
    private final Clock clock;

    MoveAppointment(Work work, Engineers engineers, Appointments appointments, Diary diary, WorkOrderApi workOrders,
            Announcements announcements, Clock clock) {
        this.work = work;
        this.engineers = engineers;
        this.appointments = appointments;
        this.diary = diary;
        this.workOrders = workOrders;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** @param expectedVersion of the appointment that was on the screen */
    public record Command(String number, String engineerCode, Instant startsAt, Optional<Instant> endsAt, boolean acceptOverlap,
            String reason, int expectedVersion) {}

    public BookAppointment.Booked handle(Command command) {
        return work.perform(this, () -> {
            Engineer engineer = engineers.load(command.engineerCode());
            WorkOrderSummary workOrder = workOrders.get(appointments.view(command.number()).facts().workOrderId());
            workOrders.assign(workOrder.id(), Optional.of(engineer.id()));
            Appointment appointment = appointments.load(command.number());
            if (appointment.version() != command.expectedVersion()) {
                throw Problem.stale(command.expectedVersion(), appointment.version(), appointment.plan());
            }
            Period wanted = BookAppointment.period(command.startsAt(), command.endsAt(), workOrder);
            Diary.Look look = diary.look(engineer, workOrder, wanted, Optional.of(appointment.facts().id()));
            diary.require(look, engineer, command.acceptOverlap());
            Appointment.Plan before = appointment.plan();
            appointment.move(new Appointment.Plan(engineer.id(), wanted, look.policy(), engineer.orgPath()));
            appointments.save(appointment);
            announcements.announce(new AppointmentMoved(appointment.facts().id(), command.number(), workOrder.id(),
                    workOrder.caseId(), engineer.id(), before.engineerId(), before.period().startsAt(), wanted.startsAt(),
                    wanted.endsAt(), engineer.orgPath(), clock.instant(), command.reason().strip()));
            return new BookAppointment.Booked(command.number(), look.findings());
        });
    }
}
