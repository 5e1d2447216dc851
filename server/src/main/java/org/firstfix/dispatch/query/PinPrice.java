package org.firstfix.dispatch.query;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.firstfix.dispatch.domain.Appointment;
import org.firstfix.dispatch.domain.Appointments;
import org.firstfix.dispatch.domain.DayMaterial;
import org.firstfix.dispatch.domain.DayProposal;
import org.firstfix.dispatch.domain.EngineDay;
import org.firstfix.dispatch.domain.Engineers;
import org.firstfix.dispatch.domain.PlanArea;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.work.Query;
import org.firstfix.workorder.WorkOrderApi;
import org.firstfix.workorder.WorkOrderSummary;

/** What a pin costs: the day planned with it and without it, by the same seed and budget, and the difference. */
@Query
public class PinPrice {
    /** Both plans are searched while somebody waits. */
    private static final long ITERATIONS = 1_000;

    private final Appointments appointments;
    private final Engineers engineers;
    private final WorkOrderApi workOrders;
    private final Areas areas;
    private final Candidates candidates;

    PinPrice(Appointments appointments, Engineers engineers, WorkOrderApi workOrders, Areas areas, Candidates candidates) {
        this.appointments = appointments;
        this.engineers = engineers;
        this.workOrders = workOrders;
        this.areas = areas;
        this.candidates = candidates;
    }

    /** @param price {@code pinned} less {@code free}; below zero only where the search without the pin was less lucky */
    public record Answer(String number, Candidates.Price pinned, Candidates.Price free, Candidates.Price price, String seed, long iterations) {}

    /** @throws Problem 409 if it is not pinned */
    public Answer of(DataScope scope, String number) {
        Appointment appointment = appointments.view(number);
        if (appointment.pin().isEmpty() || !appointment.isCurrent()) {
            throw Problem.conflict("dispatch.not-pinned", Map.of("number", number));
        }
        WorkOrderSummary order = workOrders.get(appointment.facts().workOrderId());
        var engineer = engineers.find(appointment.plan().engineerId()).orElseThrow(() -> Problem.notFound("appointment", number));
        PlanArea today = areas.ofBranch(engineer.orgPath(), Optional.empty());
        LocalDate on = appointment.plan().period().startsAt().atZone(today.zone()).toLocalDate();
        DayMaterial material = candidates.ofOrder(scope, order, today.on(on));
        long seed = appointment.facts().id().value().getLeastSignificantBits();
        DayProposal pinned = DayProposal.of(EngineDay.of(material), seed, ITERATIONS);
        DayProposal free = DayProposal.of(EngineDay.of(material.withoutPinOf(number)), seed, ITERATIONS);
        return new Answer(number, Candidates.Price.of(pinned.after()), Candidates.Price.of(free.after()),
                Candidates.Price.of(pinned.after().minus(free.after())), Long.toString(seed), ITERATIONS);
    }
}
