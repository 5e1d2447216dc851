package org.firstfix.dispatch.query;

import static org.firstfix.schema.dispatch.Tables.ABSENCE;
import static org.firstfix.schema.dispatch.Tables.APPOINTMENT;
import static org.firstfix.schema.dispatch.Tables.DEDICATION;
import static org.firstfix.schema.dispatch.Tables.ENGINEER;
import static org.firstfix.schema.dispatch.Tables.ENGINEER_SKILL;
import static org.firstfix.schema.dispatch.Tables.SEAT;
import static org.firstfix.schema.dispatch.Tables.SHIFT;
import static org.firstfix.schema.dispatch.Tables.SLOT_HOLD;
import static org.firstfix.schema.dispatch.Tables.STAND_IN;
import static org.jooq.impl.DSL.arrayOverlap;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.firstfix.cases.CaseId;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.CustomerApi;
import org.firstfix.customer.SiteId;
import org.firstfix.customer.SiteSummary;
import org.firstfix.diagnosis.DiagnosisApi;
import org.firstfix.diagnosis.PartsForecast;
import org.firstfix.dispatch.AppointmentStatus;
import org.firstfix.dispatch.DispatchApi;
import org.firstfix.dispatch.domain.Absence;
import org.firstfix.dispatch.domain.Appointment;
import org.firstfix.dispatch.domain.DayMaterial;
import org.firstfix.dispatch.domain.Deadlines;
import org.firstfix.dispatch.domain.Engineer;
import org.firstfix.dispatch.domain.Period;
import org.firstfix.dispatch.domain.Pin;
import org.firstfix.dispatch.domain.Place;
import org.firstfix.dispatch.domain.PlanArea;
import org.firstfix.dispatch.domain.PlanningPolicies;
import org.firstfix.dispatch.domain.Shift;
import org.firstfix.dispatch.domain.SlotHold;
import org.firstfix.dispatch.domain.Supplies;
import org.firstfix.dispatch.domain.TravelSources;
import org.firstfix.dispatch.domain.Vans;
import org.firstfix.dispatch.domain.WishedWindows;
import org.firstfix.dispatch.domain.WorkingDays;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.work.Query;
import org.firstfix.schema.dispatch.tables.records.AppointmentRecord;
import org.firstfix.schema.dispatch.tables.records.EngineerRecord;
import org.firstfix.schema.dispatch.tables.records.SlotHoldRecord;
import org.firstfix.sla.ClockSummary;
import org.firstfix.sla.SlaApi;
import org.firstfix.workorder.WorkOrderApi;
import org.firstfix.workorder.WorkOrderId;
import org.firstfix.workorder.WorkOrderSummary;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record3;
import org.jspecify.annotations.Nullable;

/** Reads what is known of a day. The board, candidates, reasons and plans all begin with it; each module is asked once. */
@Query
public class DayMaterials {
    /** Beyond that a branch must be divided into territories. */
    public static final int MOST_ENGINEERS = 1_000;
    private static final int MOST_VISITS = 10_000;
    private static final int MOST_JOBS = 1_000;

    private final DSLContext database;
    private final WorkOrderApi workOrders;
    private final CustomerApi customers;
    private final SlaApi sla;
    private final DiagnosisApi diagnoses;
    private final WorkingDays workingDays;
    private final Vans vans;
    private final PlanningPolicies policies;
    private final TravelSources travel;
    private final WishedWindows wishes;
    private final Clock clock;

    DayMaterials(DSLContext database, WorkOrderApi workOrders, CustomerApi customers, SlaApi sla, DiagnosisApi diagnoses, WorkingDays workingDays, Vans vans,
            PlanningPolicies policies, TravelSources travel, WishedWindows wishes, Clock clock) {
        this.database = database;
        this.workOrders = workOrders;
        this.customers = customers;
        this.sla = sla;
        this.diagnoses = diagnoses;
        this.workingDays = workingDays;
        this.vans = vans;
        this.policies = policies;
        this.travel = travel;
        this.wishes = wishes;
        this.clock = clock;
    }

    /** The day of an area within what the caller may see. Deadlines are those of the work orders: good to look at, see {@link #withDeadlines}. */
    public DayMaterial of(DataScope scope, PlanArea area) {
        return of(scope, area, noCondition());
    }

    /** The same with those engineers only whom a change concerns, however they are named. */
    public DayMaterial of(DataScope scope, PlanArea area, Concerned concerned) {
        Period day = area.period();
        return of(scope, area, ENGINEER.CODE.in(concerned.engineers()).or(ENGINEER.ID.in(concerned.subjects()))
                .or(exists(selectOne().from(SEAT).join(APPOINTMENT).on(APPOINTMENT.ID.eq(SEAT.APPOINTMENT_ID)).where(SEAT.ENGINEER_ID.eq(ENGINEER.ID)).and(during(day))
                        .and(APPOINTMENT.ID.in(concerned.subjects()).or(APPOINTMENT.WORK_ORDER_ID.in(concerned.subjects()))))));
    }

    /**
     * Who is asked for.
     *
     * @param subjects ids of appointments, work orders or engineers
     * @param engineers codes
     */
    public record Concerned(Set<UUID> subjects, Set<String> engineers) {}

    private DayMaterial of(DataScope scope, PlanArea area, Condition who) {
        Period day = area.period();
        List<Engineer> team = team(scope, area, day, who);
        List<AppointmentRecord> booked = appointments(ids(team), day);
        List<SlotHoldRecord> held = holds(ids(team), day);
        Map<WorkOrderId, WorkOrderSummary> orders = workOrders.get(Stream.concat(booked.stream().map(AppointmentRecord::getWorkOrderId),
                held.stream().map(SlotHoldRecord::getWorkOrderId)).map(WorkOrderId::new).collect(Collectors.toSet()));
        List<WorkOrderSummary> open = workOrders.unassigned(scope, area.branch(), MOST_JOBS);
        Map<SiteId, SiteSummary> sites = customers.sites(Stream.concat(orders.values().stream(), open.stream())
                .map(WorkOrderSummary::siteId).collect(Collectors.toSet()));
        List<DayMaterial.Visit> visits = new ArrayList<>();
        booked.forEach(row -> Optional.ofNullable(orders.get(new WorkOrderId(row.getWorkOrderId())))
                .ifPresent(order -> visits.add(visit(row, job(order, sites)))));
        Map<UUID, List<DayMaterial.Hold>> holds = new HashMap<>();
        held.forEach(row -> Optional.ofNullable(orders.get(new WorkOrderId(row.getWorkOrderId()))).ifPresent(order ->
                Stream.concat(Stream.of(row.getEngineerId()), Arrays.stream(row.getCrew())).forEach(person -> holds
                        .computeIfAbsent(person, engineer -> new ArrayList<>())
                        .add(new DayMaterial.Hold(new Period(row.getStartsAt(), row.getEndsAt()), job(order, sites))))));
        Map<WorkOrderId, List<Period>> wished = wishes.of(open.stream().map(WorkOrderSummary::id).toList());
        PlanningPolicies.InForce policy = policies.inForce(area.branch());
        return new DayMaterial(area, clock.instant(), policy.policy(), policy.version(), diaries(team, day, holds, around(team, day)), visits,
                open.stream().map(order -> job(order, sites).wishing(wished.getOrDefault(order.id(), List.of()))).toList(), dedications(orders.values(), open),
                new Supplies(workingDays.inForce(area.branch()), vans.parts(team.stream().map(Engineer::id).toList()),
                        diagnoses.partsForecast(Stream.concat(visits.stream().filter(visit -> !visit.isOver()).map(visit -> visit.job().order()), open.stream())
                                .map(WorkOrderSummary::caseId).collect(Collectors.toSet()))),
                travel.of(area.branch()));
    }

    /** The same with work that may lie outside the day, such as what waits for something. */
    public DayMaterial including(DayMaterial material, WorkOrderSummary order) {
        Map<SiteId, SiteSummary> sites = customers.sites(Set.of(order.siteId()));
        DayMaterial more = material.withJob(job(order, sites).wishing(wishes.of(order.id())));
        return new DayMaterial(more.area(), more.now(), more.policy(), more.policyVersion(), more.engineers(), more.visits(), more.jobs(),
                dedications(material.visits().stream().map(visit -> visit.job().order()).toList(), more.jobs().stream().map(DayMaterial.Job::order).toList()),
                new Supplies(more.supplies().workingDay(), more.supplies().vans(), with(more.supplies().forecast(), diagnoses.partsForecast(Set.of(order.caseId())))),
                more.travel());
    }

    private static PartsForecast with(PartsForecast known, PartsForecast more) {
        Map<CaseId, List<PartsForecast.ProbablePart>> parts = new HashMap<>(known.parts());
        parts.putAll(more.parts());
        return new PartsForecast(parts, known.secondVisitCost());
    }

    /** The same with other open work, and whose customers they are. */
    DayMaterial withJobs(DayMaterial material, List<DayMaterial.Visit> visits, List<WorkOrderSummary> orders) {
        Map<SiteId, SiteSummary> sites = customers.sites(orders.stream().map(WorkOrderSummary::siteId).collect(Collectors.toSet()));
        return new DayMaterial(material.area(), material.now(), material.policy(), material.policyVersion(), material.engineers(), visits,
                orders.stream().map(order -> job(order, sites)).toList(),
                dedications(visits.stream().map(visit -> visit.job().order()).toList(), orders), material.supplies(), material.travel());
    }

    /** The same with the deadlines of the clocks, which know what is paused, reached and missed. */
    public DayMaterial withDeadlines(DayMaterial material) {
        Set<UUID> cases = new HashSet<>();
        material.jobs().forEach(job -> cases.add(job.order().caseId().value()));
        material.visits().stream().filter(visit -> !visit.isOver()).forEach(visit -> cases.add(visit.job().order().caseId().value()));
        Map<UUID, ClockSummary> clocks = sla.clocksOf(cases);
        List<DayMaterial.Visit> visits = material.visits().stream().map(visit -> visit.isOver() ? visit : visit.with(
                withDeadline(visit.job(), clocks))).toList();
        return new DayMaterial(material.area(), material.now(), material.policy(), material.policyVersion(), material.engineers(), visits,
                material.jobs().stream().map(job -> withDeadline(job, clocks)).toList(), material.dedications(), material.supplies(), material.travel());
    }

    private static DayMaterial.Job withDeadline(DayMaterial.Job job, Map<UUID, ClockSummary> clocks) {
        ClockSummary clock = clocks.get(job.order().caseId().value());
        return new DayMaterial.Job(job.order(), job.site(), Optional.ofNullable(clock)
                .flatMap(known -> Deadlines.startsBy(known, Duration.ofMinutes(job.order().expectedMinutes()))), job.wished());
    }

    private static DayMaterial.Job job(WorkOrderSummary order, Map<SiteId, SiteSummary> sites) {
        return new DayMaterial.Job(order, Optional.ofNullable(sites.get(order.siteId())).flatMap(DayMaterials::placeOf), order.dueAt());
    }

    /** Those who are sent out, and whoever has something that day all the same. */
    List<Engineer> team(DataScope scope, PlanArea area, Period day, Condition who) {
        Condition place = area.territory().map(ENGINEER.TERRITORY_CODE::eq).orElse(noCondition())
                .and(Scopes.related(area.branch(), ENGINEER.ORG_PATH));
        List<EngineerRecord> rows = database.selectFrom(ENGINEER).where(Scopes.within(scope, ENGINEER.ORG_PATH)).and(place).and(who)
                .and(ENGINEER.ACTIVE.isTrue().or(exists(selectOne().from(SEAT).join(APPOINTMENT).on(APPOINTMENT.ID.eq(SEAT.APPOINTMENT_ID))
                        .where(SEAT.ENGINEER_ID.eq(ENGINEER.ID)).and(during(day)))))
                .orderBy(ENGINEER.CODE).limit(MOST_ENGINEERS).fetch();
        Map<UUID, List<Engineer.Skill>> skills = database.selectFrom(ENGINEER_SKILL)
                .where(ENGINEER_SKILL.ENGINEER_ID.in(rows.stream().map(EngineerRecord::getId).toList())).orderBy(ENGINEER_SKILL.SKILL_CODE)
                .fetchGroups(ENGINEER_SKILL.ENGINEER_ID, row -> new Engineer.Skill(row.get(ENGINEER_SKILL.SKILL_CODE),
                        row.get(ENGINEER_SKILL.LEVEL), Optional.ofNullable(row.get(ENGINEER_SKILL.EXPIRES_ON))));
        return rows.stream().map(row -> new Engineer(new PersonId(row.getId()), row.getCode(), row.getName(),
                Optional.ofNullable(row.getTerritoryCode()), placeOf(row.getHomeLatitude(), row.getHomeLongitude()),
                ZoneId.of(row.getZone()), row.getActive(), new OrgPath(row.getOrgPath()), row.getVersion(),
                skills.getOrDefault(row.getId(), List.of()), contractor(row))).toList();
    }

    private static Optional<Engineer.Contractor> contractor(EngineerRecord row) {
        return Optional.ofNullable(row.getContractorCompany())
                .map(company -> new Engineer.Contractor(company, row.getCallOutCents(), row.getHourlyCents()));
    }

    static List<UUID> ids(List<Engineer> team) {
        return team.stream().map(engineer -> engineer.id().value()).toList();
    }

    List<DayMaterial.Diary> diaries(List<Engineer> team, Period day) {
        return diaries(team, day, Map.of(), Map.of());
    }

    private List<DayMaterial.Diary> diaries(List<Engineer> team, Period day, Map<UUID, List<DayMaterial.Hold>> holds, Map<UUID, DayMaterial.Around> around) {
        Map<UUID, List<Shift>> shifts = database.selectFrom(SHIFT)
                .where(SHIFT.ENGINEER_ID.in(ids(team)), SHIFT.STARTS_AT.lt(day.endsAt()), SHIFT.ENDS_AT.gt(day.startsAt())).orderBy(SHIFT.STARTS_AT)
                .fetchGroups(SHIFT.ENGINEER_ID, DayMaterials::shift);
        Map<UUID, List<Absence>> absences = database.selectFrom(ABSENCE)
                .where(ABSENCE.ENGINEER_ID.in(ids(team)), ABSENCE.STARTS_AT.lt(day.endsAt()), ABSENCE.ENDS_AT.gt(day.startsAt())).orderBy(ABSENCE.STARTS_AT)
                .fetchGroups(ABSENCE.ENGINEER_ID, row -> new Absence(row.get(ABSENCE.ID),
                        new Period(row.get(ABSENCE.STARTS_AT), row.get(ABSENCE.ENDS_AT)), Absence.Reason.valueOf(row.get(ABSENCE.REASON)),
                        row.get(ABSENCE.NOTE)));
        return team.stream().map(engineer -> new DayMaterial.Diary(engineer, shifts.getOrDefault(engineer.id().value(), List.of()),
                absences.getOrDefault(engineer.id().value(), List.of()), holds.getOrDefault(engineer.id().value(), List.of()),
                around.getOrDefault(engineer.id().value(), DayMaterial.Around.NOTHING))).toList();
    }

    /** What began before the day or begins after it, as near as a rest is long. */
    private Map<UUID, DayMaterial.Around> around(List<Engineer> team, Period day) {
        Period near = new Period(day.startsAt().minus(DayMaterial.Around.NEAR), day.endsAt().plus(DayMaterial.Around.NEAR));
        Map<UUID, List<Shift>> shifts = database.selectFrom(SHIFT)
                .where(SHIFT.ENGINEER_ID.in(ids(team)), SHIFT.STARTS_AT.lt(near.endsAt()), SHIFT.ENDS_AT.gt(near.startsAt()),
                        SHIFT.STARTS_AT.lt(day.startsAt()).or(SHIFT.STARTS_AT.ge(day.endsAt())))
                .fetchGroups(SHIFT.ENGINEER_ID, DayMaterials::shift);
        Field<Instant> end = coalesce(APPOINTMENT.DONE_AT, SEAT.ENDS_AT);
        Map<UUID, List<Period>> visits = database.select(SEAT.ENGINEER_ID, SEAT.STARTS_AT, end).from(SEAT).join(APPOINTMENT).on(APPOINTMENT.ID.eq(SEAT.APPOINTMENT_ID))
                .where(SEAT.ENGINEER_ID.in(ids(team)), SEAT.STARTS_AT.gt(near.startsAt().minus(Appointment.LONGEST)), SEAT.STARTS_AT.lt(day.startsAt()),
                        end.gt(near.startsAt()), end.gt(SEAT.STARTS_AT), APPOINTMENT.STATUS.ne(AppointmentStatus.CANCELLED.name()))
                .fetchGroups(Record3::value1, row -> new Period(row.value2(), row.value3()));
        return team.stream().collect(Collectors.toMap(engineer -> engineer.id().value(), engineer -> new DayMaterial.Around(
                shifts.getOrDefault(engineer.id().value(), List.of()), visits.getOrDefault(engineer.id().value(), List.of()))));
    }

    private static Shift shift(Record row) {
        return new Shift(row.get(SHIFT.ID), new Period(row.get(SHIFT.STARTS_AT), row.get(SHIFT.ENDS_AT)), Shift.Kind.valueOf(row.get(SHIFT.KIND)));
    }

    private List<AppointmentRecord> appointments(List<UUID> engineers, Period day) {
        return database.selectFrom(APPOINTMENT).where(takesTimeOf(engineers, day)).and(during(day))
                .orderBy(APPOINTMENT.STARTS_AT, APPOINTMENT.ID).limit(MOST_VISITS).fetch();
    }

    private List<SlotHoldRecord> holds(List<UUID> engineers, Period day) {
        return database.selectFrom(SLOT_HOLD).where(SLOT_HOLD.ENGINEER_ID.in(engineers).or(arrayOverlap(SLOT_HOLD.CREW, val(engineers.toArray(UUID[]::new)))), SLOT_HOLD.STATE.eq(SlotHold.State.HELD.name()),
                SLOT_HOLD.EXPIRES_AT.gt(clock.instant()), SLOT_HOLD.STARTS_AT.lt(day.endsAt()), SLOT_HOLD.STARTS_AT.ge(day.startsAt()))
                .orderBy(SLOT_HOLD.STARTS_AT).limit(MOST_JOBS).fetch();
    }

    /** Numbers of those appointments, of whatever day, that are asked for by their own id or by their work order's. */
    List<String> numbers(Set<UUID> subjects) {
        return database.select(APPOINTMENT.NUMBER).from(APPOINTMENT).where(APPOINTMENT.ID.in(subjects).or(APPOINTMENT.WORK_ORDER_ID.in(subjects)))
                .orderBy(APPOINTMENT.STARTS_AT.desc()).limit(1_000).fetch(APPOINTMENT.NUMBER);
    }

    /** Appointments which one of them leads, or to which he comes along. */
    static Condition takesTimeOf(Collection<UUID> engineers, Period during) {
        return APPOINTMENT.ID.in(select(SEAT.APPOINTMENT_ID).from(SEAT).where(SEAT.ENGINEER_ID.in(engineers),
                SEAT.STARTS_AT.gt(during.startsAt().minus(Appointment.LONGEST)), SEAT.STARTS_AT.lt(during.endsAt()), SEAT.ENDS_AT.gt(during.startsAt())));
    }

    static Condition during(Period day) {
        return APPOINTMENT.STARTS_AT.gt(day.startsAt().minus(Appointment.LONGEST)).and(APPOINTMENT.STARTS_AT.lt(day.endsAt()))
                .and(APPOINTMENT.ENDS_AT.gt(day.startsAt())).and(APPOINTMENT.STATUS.ne(AppointmentStatus.CANCELLED.name()));
    }

    private static DayMaterial.Visit visit(AppointmentRecord row, DayMaterial.Job job) {
        Optional<Pin> pin = row.getPinnedEngineer() || row.getPinnedTime()
                ? Optional.of(new Pin(row.getPinnedEngineer(), row.getPinnedTime(), row.getPinReason(), row.getPinnedBy())) : Optional.empty();
        return new DayMaterial.Visit(row.getNumber(), row.getVersion(), new PersonId(row.getEngineerId()), PersonId.all(row.getCrew()), new Period(row.getStartsAt(), row.getEndsAt()),
                AppointmentStatus.valueOf(row.getStatus()), at(row.getArrivedAt()), at(row.getDoneAt()), pin, job);
    }

    private static Optional<Instant> at(@Nullable Instant moment) {
        return Optional.ofNullable(moment);
    }

    private Map<AccountId, DispatchApi.Dedication> dedications(Collection<WorkOrderSummary> booked, Collection<WorkOrderSummary> open) {
        Set<UUID> accounts = Stream.concat(booked.stream(), open.stream()).map(order -> order.accountId().value()).collect(Collectors.toSet());
        Map<UUID, List<PersonId>> standIns = database.selectFrom(STAND_IN).where(STAND_IN.ACCOUNT_ID.in(accounts)).orderBy(STAND_IN.POSITION)
                .fetchGroups(STAND_IN.ACCOUNT_ID, row -> new PersonId(row.get(STAND_IN.ENGINEER_ID)));
        return database.selectFrom(DEDICATION).where(DEDICATION.ACCOUNT_ID.in(accounts)).fetch().stream()
                .map(row -> new DispatchApi.Dedication(new AccountId(row.getAccountId()), new PersonId(row.getEngineerId()),
                        standIns.getOrDefault(row.getAccountId(), List.of())))
                .collect(Collectors.toMap(DispatchApi.Dedication::accountId, dedication -> dedication));
    }

    static Optional<Place> placeOf(@Nullable Double latitude, @Nullable Double longitude) {
        return latitude == null || longitude == null ? Optional.empty() : Optional.of(new Place(latitude, longitude));
    }

    private static Optional<Place> placeOf(SiteSummary site) {
        return site.latitude().flatMap(latitude -> site.longitude().map(longitude -> new Place(latitude, longitude)));
    }
}
