package org.firstfix.dispatch.query;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.dispatch.domain.Appointment;
import org.firstfix.dispatch.domain.Appointments;
import org.firstfix.dispatch.domain.EngineDay;
import org.firstfix.dispatch.domain.Engineers;
import org.firstfix.dispatch.domain.PlanArea;
import org.firstfix.dispatch.domain.WhatItCosts;
import org.firstfix.dispatch.domain.WhoCanGo;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.work.Query;
import org.firstfix.workorder.WorkOrderApi;
import org.firstfix.workorder.WorkOrderSummary;

/** Why an appointment is where it is: what it costs there, what the whole day costs, and who else could go. */
@Query
public class WhyHere {
    private static final int MOST_OTHERS = 20;

    private final Appointments appointments;
    private final Engineers engineers;
    private final WorkOrderApi workOrders;
    private final Areas areas;
    private final Candidates candidates;
    private final RuleWords words;

    WhyHere(Appointments appointments, Engineers engineers, WorkOrderApi workOrders, Areas areas, Candidates candidates, RuleWords words) {
        this.appointments = appointments;
        this.engineers = engineers;
        this.workOrders = workOrders;
        this.areas = areas;
        this.candidates = candidates;
        this.words = words;
    }

    /**
     * @param here what the visit costs where it is, rule by rule
     * @param visitTotal the sum of {@code here}
     * @param undoneTotal what it costs that open work of the day has nobody
     * @param planTotal what the whole day costs: the visit totals of all its visits and {@code undoneTotal}
     * @param others who else could go, the same list as for open work
     */
    public record Answer(String number, String engineerCode, LocalDate date, List<RuleWords.Line> here, Candidates.Price visitTotal,
            Candidates.Price undoneTotal, Candidates.Price planTotal, List<Candidates.Candidate> others) {}

    /** @throws Problem 404, or 409 if the visit is over */
    public Answer why(DataScope scope, String number) {
        Appointment appointment = appointments.view(number);
        if (!appointment.isCurrent()) {
            throw Problem.conflict("dispatch.visit-is-over", Map.of("number", number, "status", appointment.status().name()));
        }
        var engineer = engineers.find(appointment.plan().engineerId()).orElseThrow(() -> Problem.notFound("appointment", number));
        WorkOrderSummary order = workOrders.get(appointment.facts().workOrderId());
        EngineDay day = dayOf(scope, order, appointment, order.orgPath());
        if (day.idOf(order.id()).isEmpty() || day.task(day.idOf(order.id()).getAsInt()).visit().isEmpty()) {
            day = dayOf(scope, order, appointment, engineer.orgPath());
        }
        int task = day.idOf(order.id()).orElseThrow(() -> Problem.notFound("appointment", number));
        WhatItCosts costs = WhatItCosts.of(day);
        ZoneId zone = day.material().area().zone();
        return new Answer(number, engineer.code(), day.material().area().day(), words.lines(costs.reasonsOf(task), zone),
                Candidates.Price.of(costs.of(task)), Candidates.Price.of(costs.undone()), Candidates.Price.of(costs.total()),
                candidates.ranked(day, new WhoCanGo(day), order, MOST_OTHERS));
    }

    private EngineDay dayOf(DataScope scope, WorkOrderSummary order, Appointment appointment, OrgPath branch) {
        PlanArea today = areas.ofBranch(branch, Optional.empty());
        LocalDate on = appointment.plan().period().startsAt().atZone(today.zone()).toLocalDate();
        return EngineDay.of(candidates.ofOrder(scope, order, today.on(on)), Optional.of(order.id()));
    }
}
