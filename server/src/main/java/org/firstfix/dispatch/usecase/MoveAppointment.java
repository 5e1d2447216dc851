package org.firstfix.dispatch.usecase;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.firstfix.dispatch.domain.Appointment;
import org.firstfix.dispatch.domain.Appointments;
import org.firstfix.dispatch.domain.Crew;
import org.firstfix.dispatch.domain.Overruling;
import org.firstfix.dispatch.domain.Period;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.firstfix.workorder.WorkOrderApi;
import org.firstfix.workorder.WorkOrderSummary;
import org.springframework.stereotype.Component;

/** Another engineer, other members of the crew, or another time. It has to be accepted anew. */
@Component
@Permission("dispatch.book")
public final class MoveAppointment {
    private final Work work;
    private final Crews crews;
    private final Appointments appointments;
    private final Diary diary;
    private final WorkOrderApi workOrders;
    private final Bookings bookings;
    private final Learning learning;

    MoveAppointment(Work work, Crews crews, Appointments appointments, Diary diary, WorkOrderApi workOrders,
            Bookings bookings, Learning learning) {
        this.work = work;
        this.crews = crews;
        this.appointments = appointments;
        this.diary = diary;
        this.workOrders = workOrders;
        this.bookings = bookings;
        this.learning = learning;
    }

    /**
     * @param crew codes of who comes along; none: who comes along already, without who leads now
     * @param expectedVersion of the appointment that was on the screen
     * @param proposalSeen the engine's candidates were on the screen: another choice is kept to learn from
     */
    public record Command(String number, String engineerCode, Optional<List<String>> crew, Instant startsAt, Optional<Instant> endsAt, boolean acceptOverlap,
            String reason, int expectedVersion, boolean proposalSeen) {}

    public BookAppointment.Booked handle(Command command) {
        return work.perform(this, () -> {
            Appointment seen = appointments.view(command.number());
            WorkOrderSummary workOrder = workOrders.get(seen.facts().workOrderId());
            Optional<Overruling.Judged> judged = learning.judge(workOrder, command.engineerCode(), command.startsAt(), command.proposalSeen());
            Crew crew = crews.load(command.engineerCode(), command.crew().orElseGet(() -> crews.codes(seen.plan().crew()).stream()
                    .filter(code -> !code.equals(command.engineerCode())).toList()));
            bookings.assign(workOrder, crew.lead());
            Appointment appointment = appointments.load(command.number());
            if (appointment.version() != command.expectedVersion() || seen.version() != command.expectedVersion()) {
                throw Problem.stale(command.expectedVersion(), appointment.version(), appointment.plan());
            }
            Period wanted = BookAppointment.period(command.startsAt(), command.endsAt(), workOrder);
            Diary.Look look = diary.look(crew, workOrder, wanted, Optional.of(appointment.facts().id()));
            diary.require(look, command.acceptOverlap());
            bookings.move(appointment, crew, workOrder, wanted, look.policy(), command.reason().strip());
            return new BookAppointment.Booked(command.number(), look.findings(), learning.keep(judged, workOrder, command.number(), true));
        });
    }
}
