package org.firstfix.dispatch.query;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.dispatch.domain.Appointment;
import org.firstfix.dispatch.domain.Appointments;
import org.firstfix.dispatch.domain.Crew;
import org.firstfix.dispatch.domain.Engineers;
import org.firstfix.dispatch.domain.Finding;
import org.firstfix.dispatch.domain.OverlapPolicy;
import org.firstfix.dispatch.domain.Period;
import org.firstfix.dispatch.usecase.Diary;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.work.Query;
import org.firstfix.workorder.WorkOrderApi;
import org.firstfix.workorder.WorkOrderSummary;

/** What would be said to a booking, before it is made: shown while the dispatcher chooses a time. */
@Query
public class BookingCheck {
    private final Diary diary;
    private final Candidates candidates;
    private final Engineers engineers;
    private final Appointments appointments;
    private final WorkOrderApi workOrders;

    BookingCheck(Diary diary, Candidates candidates, Engineers engineers, Appointments appointments, WorkOrderApi workOrders) {
        this.diary = diary;
        this.candidates = candidates;
        this.engineers = engineers;
        this.appointments = appointments;
        this.workOrders = workOrders;
    }

    /**
     * @param possible whether it may be booked; what stands in the way of a plan is told and does not forbid it
     * @param candidate the engineer at that time, graded as everywhere; none for one of another branch
     */
    public record Answer(boolean possible, OverlapPolicy overlapPolicy, Instant startsAt, Instant endsAt, List<Finding> findings,
            Optional<Candidates.Candidate> candidate) {}

    public Answer check(DataScope scope, String workOrderNumber, String engineerCode, List<String> crew, Instant startsAt, Optional<Instant> endsAt) {
        WorkOrderSummary workOrder = workOrders.findByNumber(workOrderNumber)
                .orElseThrow(() -> Problem.notFound("work-order", workOrderNumber));
        Instant end = endsAt.orElseGet(() -> startsAt.plus(Duration.ofMinutes(workOrder.expectedMinutes())));
        if (!end.isAfter(startsAt)) {
            throw Problem.invalidField("endsAt", "dispatch.end-before-start", Map.of());
        }
        Diary.Look look = diary.look(new Crew(engineers.get(engineerCode), crew.stream().map(engineers::get).toList()), workOrder, new Period(startsAt, end),
                appointments.viewCurrentOf(workOrder.id()).map(Appointment::facts).map(Appointment.Facts::id));
        return new Answer(!look.isForbidden(), look.policy(), startsAt, end, look.findings(),
                candidates.at(scope, workOrder, engineerCode, startsAt));
    }
}
