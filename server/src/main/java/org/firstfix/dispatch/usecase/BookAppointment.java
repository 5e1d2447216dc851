package org.firstfix.dispatch.usecase;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.dispatch.domain.Appointment;
import org.firstfix.dispatch.domain.Crew;
import org.firstfix.dispatch.domain.Finding;
import org.firstfix.dispatch.domain.Overruling;
import org.firstfix.dispatch.domain.Period;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.firstfix.workorder.WorkOrderApi;
import org.firstfix.workorder.WorkOrderSummary;
import org.springframework.stereotype.Component;

/** A dispatcher sends an engineer: at that time, with what was predicted frozen from now on. */
@Component
@Permission("dispatch.book")
public final class BookAppointment {
    private final Work work;
    private final Crews crews;
    private final Diary diary;
    private final Bookings bookings;
    private final WorkOrderApi workOrders;
    private final Learning learning;

    BookAppointment(Work work, Crews crews, Diary diary, Bookings bookings, WorkOrderApi workOrders,
            Learning learning) {
        this.work = work;
        this.crews = crews;
        this.diary = diary;
        this.bookings = bookings;
        this.workOrders = workOrders;
        this.learning = learning;
    }

    /**
     * @param crew codes of who comes along; {@code engineerCode} leads
     * @param endsAt none: as long as the work order expects
     * @param acceptOverlap the dispatcher has seen that the engineer is booked then already
     * @param proposalSeen the engine's candidates were on the screen: another choice is kept to learn from
     */
    public record Command(String workOrderNumber, String engineerCode, List<String> crew, Instant startsAt, Optional<Instant> endsAt,
            boolean acceptOverlap, boolean proposalSeen) {}

    /**
     * @param findings what spoke against it and did not forbid it
     * @param overruling what was kept to learn from, if the engine would have chosen otherwise
     */
    public record Booked(String number, List<Finding> findings, Optional<Overruling> overruling) {}

    public Booked handle(Command command) {
        return work.perform(this, () -> {
            WorkOrderSummary proposedFor = order(command.workOrderNumber());
            Optional<Overruling.Judged> judged = learning.judge(proposedFor, command.engineerCode(), command.startsAt(), command.proposalSeen());
            // First the engineers: everybody who books one of them waits here.
            Crew crew = crews.load(command.engineerCode(), command.crew());
            WorkOrderSummary workOrder = order(command.workOrderNumber());
            bookings.requireBookable(workOrder);
            Period wanted = period(command.startsAt(), command.endsAt(), workOrder);
            Diary.Look look = diary.look(crew, workOrder, wanted, Optional.empty());
            diary.require(look, command.acceptOverlap());
            String number = bookings.book(crew, workOrder, wanted, look.policy());
            return new Booked(number, look.findings(), learning.keep(judged, workOrder, number, false));
        });
    }

    private WorkOrderSummary order(String number) {
        return workOrders.findByNumber(number).orElseThrow(() -> Problem.notFound("work-order", number));
    }

    static Period period(Instant startsAt, Optional<Instant> endsAt, WorkOrderSummary workOrder) {
        Instant end = endsAt.orElseGet(() -> startsAt.plus(Duration.ofMinutes(workOrder.expectedMinutes())));
        if (!end.isAfter(startsAt) || Duration.between(startsAt, end).compareTo(Appointment.LONGEST) > 0) {
            throw Problem.invalidField("endsAt", "dispatch.end-not-possible", Map.of("hours", Appointment.LONGEST.toHours()));
        }
        return new Period(startsAt, end);
    }
}
