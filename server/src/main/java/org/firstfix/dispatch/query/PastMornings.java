package org.firstfix.dispatch.query;

import static org.firstfix.schema.dispatch.Tables.APPOINTMENT;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.firstfix.dispatch.AppointmentStatus;
import org.firstfix.dispatch.domain.DayMaterial;
import org.firstfix.dispatch.domain.Period;
import org.firstfix.dispatch.domain.PlanArea;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.work.Query;
import org.firstfix.schema.dispatch.tables.records.AppointmentRecord;
import org.firstfix.workorder.WorkOrderApi;
import org.firstfix.workorder.WorkOrderId;
import org.firstfix.workorder.WorkOrderStatus;
import org.firstfix.workorder.WorkOrderSummary;
import org.jooq.DSLContext;

/**
 * A day that is over as it was known at six in its morning, as far as what is kept tells.
 *
 * <p>In it: visits booked by then; work released by then that nobody was booked for, whether it was visited that day, within the
 * week after, or never; shifts; absences; deadlines as work orders have them.
 *
 * <p>Not in it, since nothing is kept of it: who was booked before a visit was moved (it stands where it ended up), visits that were
 * cancelled, when an absence became known (an illness counts as known in the morning), pauses of the clock (those that came later
 * count as known), what a skill was worth then. What came up during the day is left out and counted.
 */
@Query
public class PastMornings {
    private static final LocalTime MORNING = LocalTime.of(6, 0);
    private static final Duration LOOKED_AHEAD = Duration.ofDays(7);
    private static final int MOST = 2_000;

    private final DSLContext database;
    private final DayMaterials materials;
    private final WorkOrderApi workOrders;

    PastMornings(DSLContext database, DayMaterials materials, WorkOrderApi workOrders) {
        this.database = database;
        this.materials = materials;
        this.workOrders = workOrders;
    }

    /** @param cameUp visits of that day whose work was released after six in the morning; not in the material */
    public record Morning(DayMaterial material, int cameUp) {}

    public Morning of(PlanArea area) {
        Instant at = area.day().atTime(MORNING).atZone(area.zone()).toInstant();
        DayMaterial day = materials.of(DataScope.all(), area);
        Map<String, AppointmentRecord> rows = new LinkedHashMap<>();
        appointments(day, area).forEach(row -> rows.put(row.getNumber(), row));
        List<DayMaterial.Visit> booked = new ArrayList<>();
        Map<WorkOrderId, WorkOrderSummary> open = new LinkedHashMap<>();
        int cameUp = 0;
        for (DayMaterial.Visit visit : day.visits()) {
            AppointmentRecord row = rows.get(visit.number());
            WorkOrderSummary order = asReleased(visit.job().order());
            if (order.releasedAt().isAfter(at)) {
                cameUp++;
            } else if (row != null && !row.getBookedAt().isAfter(at)) {
                booked.add(asBooked(visit, row, order, at));
            } else {
                open.put(order.id(), order);
            }
        }
        Set<WorkOrderId> bookedLater = rows.values().stream().filter(row -> !row.getStartsAt().isBefore(area.period().endsAt()) && row.getBookedAt().isAfter(at))
                .map(row -> new WorkOrderId(row.getWorkOrderId())).collect(Collectors.toCollection(LinkedHashSet::new));
        Map<WorkOrderId, WorkOrderSummary> known = workOrders.get(bookedLater);
        bookedLater.stream().map(known::get).filter(order -> !order.releasedAt().isAfter(at)).forEach(order -> open.putIfAbsent(order.id(), asReleased(order)));
        day.jobs().stream().map(DayMaterial.Job::order).filter(order -> order.status() == WorkOrderStatus.RELEASED && !order.releasedAt().isAfter(at))
                .forEach(order -> open.putIfAbsent(order.id(), order));
        booked.forEach(visit -> open.remove(visit.job().order().id()));
        return new Morning(materials.withJobs(day.asOf(at), booked, List.copyOf(open.values())), cameUp);
    }

    /** Of the day and of the week after, within which open work of the morning was visited. */
    private List<AppointmentRecord> appointments(DayMaterial day, PlanArea area) {
        List<UUID> engineers = day.engineers().stream().map(diary -> diary.engineer().id().value()).toList();
        Instant from = area.period().startsAt();
        return database.selectFrom(APPOINTMENT).where(DayMaterials.takesTimeOf(engineers, new Period(from, from.plus(LOOKED_AHEAD))), APPOINTMENT.STATUS.ne(AppointmentStatus.CANCELLED.name()),
                        APPOINTMENT.ENDS_AT.gt(from), APPOINTMENT.STARTS_AT.lt(from.plus(LOOKED_AHEAD)))
                .orderBy(APPOINTMENT.STARTS_AT, APPOINTMENT.ID).limit(MOST).fetch();
    }

    /** Nobody was there yet; only who had agreed by then had agreed. */
    private static DayMaterial.Visit asBooked(DayMaterial.Visit visit, AppointmentRecord row, WorkOrderSummary order, Instant at) {
        boolean accepted = row.getAcceptedAt() != null && !row.getAcceptedAt().isAfter(at);
        return new DayMaterial.Visit(visit.number(), visit.version(), visit.engineer(), visit.crew(), visit.period(),
                accepted ? AppointmentStatus.ACCEPTED : AppointmentStatus.BOOKED, Optional.empty(), Optional.empty(), visit.pin(),
                new DayMaterial.Job(order, visit.job().site(), order.dueAt()));
    }

    private static WorkOrderSummary asReleased(WorkOrderSummary order) {
        return new WorkOrderSummary(order.id(), order.number(), order.caseId(), order.caseNumber(), WorkOrderStatus.RELEASED, order.workType(),
                order.subject(), order.priority(), order.accountId(), order.siteId(), order.contactId(), order.assetId(), order.requiredSkill(),
                order.expectedMinutes(), order.crewSize(), order.visitNumber(), order.visitReason(), order.engineerId(), order.dueAt(), order.releasedAt(), order.orgPath());
    }
}
