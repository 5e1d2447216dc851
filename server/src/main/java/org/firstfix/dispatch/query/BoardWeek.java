package org.firstfix.dispatch.query;

import static org.firstfix.schema.dispatch.Tables.APPOINTMENT;
import static org.firstfix.schema.dispatch.Tables.SEAT;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.firstfix.dispatch.AppointmentStatus;
import org.firstfix.dispatch.domain.Absence;
import org.firstfix.dispatch.domain.DayMaterial;
import org.firstfix.dispatch.domain.Engineer;
import org.firstfix.dispatch.domain.Period;
import org.firstfix.dispatch.domain.PlanArea;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.work.Query;
import org.firstfix.workorder.WorkOrderApi;
import org.firstfix.workorder.WorkOrderId;
import org.firstfix.workorder.WorkOrderSummary;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/** Engineers and seven days, each with how full it is. Visits are counted in the database: a full week of a large branch has tens of thousands. */
@Query
public class BoardWeek {
    /** So many visits that have not begun are looked at for their deadlines, the next ones first. */
    private static final int MOST_AHEAD = 10_000;

    private static final List<String> NOT_THERE_YET = List.of(AppointmentStatus.BOOKED.name(), AppointmentStatus.ACCEPTED.name(), AppointmentStatus.TRAVELLING.name());

    private final DSLContext database;
    private final DayMaterials materials;
    private final WorkOrderApi workOrders;

    BoardWeek(DSLContext database, DayMaterials materials, WorkOrderApi workOrders) {
        this.database = database;
        this.materials = materials;
        this.workOrders = workOrders;
    }

    /**
     * Monday to Sunday, where the branch is.
     *
     * @param days the seven dates, in the order of the days of each row
     */
    public record Week(Optional<String> territory, String branch, String zone, List<LocalDate> days, List<Row> rows) {}

    public record Row(String code, String name, Optional<String> territory, List<Engineer.Skill> skills, List<Day> days) {}

    /**
     * @param availableMinutes shifts without standby and absences
     * @param bookedMinutes of visits that begin that day, without the way
     * @param lateVisits visits that are booked to begin after their promise
     * @param absences reasons, each once
     */
    public record Day(int availableMinutes, int bookedMinutes, int visits, int lateVisits, List<Absence.Reason> absences) {}

    private record Cell(UUID engineer, LocalDate day) {}

    private record Load(int visits, int minutes) {}

    public Week show(DataScope scope, PlanArea area) {
        LocalDate monday = area.day().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        List<PlanArea> days = IntStream.range(0, 7).mapToObj(day -> area.on(monday.plusDays(day))).toList();
        Period week = new Period(days.getFirst().period().startsAt(), days.getLast().period().endsAt());
        List<Engineer> team = materials.team(scope, area, week, noCondition());
        Collection<UUID> ids = DayMaterials.ids(team);
        Field<LocalDate> day = field("cast({0} at time zone {1} as date)", SQLDataType.LOCALDATE, APPOINTMENT.STARTS_AT, inline(area.zone().getId()));
        Map<Cell, Load> loads = loads(ids, week, day);
        Map<Cell, Integer> late = late(ids, week, area);
        List<Row> rows = materials.diaries(team, week).stream().map(diary -> row(diary, days, loads, late)).toList();
        return new Week(area.territory(), area.branch().value(), area.zone().getId(), days.stream().map(PlanArea::day).toList(), rows);
    }

    private static Row row(DayMaterial.Diary diary, List<PlanArea> days, Map<Cell, Load> loads, Map<Cell, Integer> late) {
        Engineer engineer = diary.engineer();
        return new Row(engineer.code(), engineer.name(), engineer.territory(), engineer.skills(), days.stream().map(area -> {
            Period day = area.period();
            Cell cell = new Cell(engineer.id().value(), area.day());
            Load load = loads.getOrDefault(cell, new Load(0, 0));
            return new Day(diary.availableMinutes(day), load.minutes(), load.visits(), late.getOrDefault(cell, 0),
                    diary.absences().stream().filter(absence -> absence.period().overlaps(day)).map(Absence::reason).distinct().toList());
        }).toList());
    }

    private static Condition within(Collection<UUID> engineers, Period week) {
        return SEAT.ENGINEER_ID.in(engineers).and(SEAT.STARTS_AT.ge(week.startsAt())).and(SEAT.STARTS_AT.lt(week.endsAt()))
                .and(APPOINTMENT.STATUS.ne(AppointmentStatus.CANCELLED.name()));
    }

    private Map<Cell, Load> loads(Collection<UUID> engineers, Period week, Field<LocalDate> day) {
        Field<Integer> minutes = field("cast(sum(extract(epoch from {0} - {1})) / 60 as integer)", SQLDataType.INTEGER, APPOINTMENT.ENDS_AT, APPOINTMENT.STARTS_AT);
        Map<Cell, Load> loads = new HashMap<>();
        database.select(SEAT.ENGINEER_ID, day, count(), minutes).from(SEAT).join(APPOINTMENT).on(APPOINTMENT.ID.eq(SEAT.APPOINTMENT_ID)).where(within(engineers, week)).groupBy(SEAT.ENGINEER_ID, day)
                .forEach(row -> loads.put(new Cell(row.value1(), row.value2()), new Load(row.value3(), row.value4())));
        return loads;
    }

    private record Ahead(Cell cell, Period period, WorkOrderId order) {}

    private Map<Cell, Integer> late(Collection<UUID> engineers, Period week, PlanArea area) {
        List<Ahead> ahead = database.select(SEAT.ENGINEER_ID, APPOINTMENT.STARTS_AT, APPOINTMENT.ENDS_AT, APPOINTMENT.WORK_ORDER_ID).from(SEAT).join(APPOINTMENT).on(APPOINTMENT.ID.eq(SEAT.APPOINTMENT_ID))
                .where(within(engineers, week)).and(APPOINTMENT.STATUS.in(NOT_THERE_YET)).orderBy(APPOINTMENT.STARTS_AT).limit(MOST_AHEAD)
                .fetch(row -> new Ahead(new Cell(row.value1(), row.value2().atZone(area.zone()).toLocalDate()), new Period(row.value2(), row.value3()),
                        new WorkOrderId(row.value4())));
        Map<WorkOrderId, WorkOrderSummary> orders = workOrders.get(ahead.stream().map(Ahead::order).toList());
        return ahead.stream().filter(visit -> Optional.ofNullable(orders.get(visit.order())).flatMap(WorkOrderSummary::dueAt)
                .filter(due -> DayMaterial.comesTooLate(visit.period(), due)).isPresent()).collect(Collectors.toMap(Ahead::cell, visit -> 1, Integer::sum));
    }
}
