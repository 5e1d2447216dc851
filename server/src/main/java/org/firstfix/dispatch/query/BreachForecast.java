package org.firstfix.dispatch.query;

import static org.firstfix.schema.dispatch.Tables.APPOINTMENT;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.firstfix.cases.CaseId;
import org.firstfix.dispatch.AppointmentStatus;
import org.firstfix.dispatch.domain.Period;
import org.firstfix.dispatch.domain.Prospect;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.work.Query;
import org.firstfix.sla.AtRiskApi;
import org.firstfix.workorder.WorkOrderApi;
import org.firstfix.workorder.WorkOrderSummary;
import org.jooq.DSLContext;

/** Which promises will be broken in the next hours if nobody does anything. */
@Query
public class BreachForecast {
    private static final List<Integer> HOURS = List.of(2, 8, 24);
    /** Beyond that the figures only say "at least". */
    private static final int MOST = 5000;

    private final DSLContext database;
    private final AtRiskApi clocks;
    private final WorkOrderApi workOrders;
    private final Clock clock;

    BreachForecast(DSLContext database, AtRiskApi clocks, WorkOrderApi workOrders, Clock clock) {
        this.database = database;
        this.clocks = clocks;
        this.workOrders = workOrders;
        this.clock = clock;
    }

    /** @param atLeast whether there were too many to look at all of them */
    public record Forecast(Instant asOf, List<Span> spans, boolean atLeast) {}

    /** What falls due within so many hours from now, later spans include earlier ones. */
    public record Span(int hours, int due, int onCourse, int bookedTooLate, int nobodyBooked, int waitsForDesk) {}

    public Forecast show(DataScope scope) {
        Instant now = clock.instant();
        List<AtRiskApi.Due> due = clocks.dueWithin(scope, Duration.ofHours(HOURS.getLast()), MOST);
        Map<CaseId, Period> visits = visitsBookedFor(due);
        Map<AtRiskApi.Due, Prospect> prospects = due.stream().collect(Collectors.toMap(Function.identity(),
                one -> Prospect.of(one.milestone(), one.dueAt(), Optional.ofNullable(visits.get(new CaseId(one.caseId()))))));
        return new Forecast(now, HOURS.stream().map(hours -> span(hours, now.plus(Duration.ofHours(hours)), prospects)).toList(),
                due.size() == MOST);
    }

    private static Span span(int hours, Instant until, Map<AtRiskApi.Due, Prospect> prospects) {
        Map<Prospect, Integer> counts = new EnumMap<>(Prospect.class);
        prospects.forEach((due, prospect) -> {
            if (due.dueAt().isBefore(until)) {
                counts.merge(prospect, 1, Integer::sum);
            }
        });
        return new Span(hours, counts.values().stream().mapToInt(Integer::intValue).sum(), counts.getOrDefault(Prospect.ON_COURSE, 0),
                counts.getOrDefault(Prospect.BOOKED_TOO_LATE, 0), counts.getOrDefault(Prospect.NOBODY_BOOKED, 0),
                counts.getOrDefault(Prospect.WAITS_FOR_DESK, 0));
    }

    private Map<CaseId, Period> visitsBookedFor(List<AtRiskApi.Due> due) {
        Map<UUID, CaseId> orders = workOrders.latestOf(due.stream().map(one -> new CaseId(one.caseId())).collect(Collectors.toSet())).values().stream()
                .collect(Collectors.toMap(order -> order.id().value(), WorkOrderSummary::caseId));
        return database.select(APPOINTMENT.WORK_ORDER_ID, APPOINTMENT.STARTS_AT, APPOINTMENT.ENDS_AT).from(APPOINTMENT)
                .where(APPOINTMENT.WORK_ORDER_ID.in(orders.keySet()), APPOINTMENT.STATUS.notIn(AppointmentStatus.CANCELLED.name(),
                        AppointmentStatus.DONE.name()))
                .fetchMap(row -> orders.get(row.value1()), row -> new Period(row.value2(), row.value3()));
    }
}
