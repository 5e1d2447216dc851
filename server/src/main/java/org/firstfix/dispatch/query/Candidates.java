package org.firstfix.dispatch.query;

import static org.firstfix.schema.dispatch.Tables.ABSENCE;
import static org.firstfix.schema.dispatch.Tables.APPOINTMENT;
import static org.firstfix.schema.dispatch.Tables.ENGINEER;
import static org.firstfix.schema.dispatch.Tables.ENGINEER_SKILL;
import static org.firstfix.schema.dispatch.Tables.SHIFT;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.firstfix.customer.CustomerApi;
import org.firstfix.customer.SiteId;
import org.firstfix.customer.SiteSummary;
import org.firstfix.dispatch.DispatchApi;
import org.firstfix.dispatch.domain.Absence;
import org.firstfix.dispatch.domain.Appointment;
import org.firstfix.dispatch.domain.BookingRules;
import org.firstfix.dispatch.domain.Engineer;
import org.firstfix.dispatch.domain.Engineers;
import org.firstfix.dispatch.domain.Finding;
import org.firstfix.dispatch.domain.FreeTime;
import org.firstfix.dispatch.domain.Period;
import org.firstfix.dispatch.domain.Place;
import org.firstfix.dispatch.domain.Shift;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.work.Query;
import org.firstfix.schema.dispatch.tables.records.EngineerRecord;
import org.firstfix.workorder.WorkOrderApi;
import org.firstfix.workorder.WorkOrderId;
import org.firstfix.workorder.WorkOrderSummary;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Whom to send: every engineer of the branch with the earliest time that fits, what speaks against it, and how far it is. */
@Query
public class Candidates {
    private static final int MOST_ENGINEERS = 500;
    private static final Duration AHEAD = Duration.ofDays(7);
    private static final Duration NOTICE = Duration.ofMinutes(15);

    private final DSLContext database;
    private final WorkOrderApi workOrders;
    private final CustomerApi customers;
    private final Engineers engineers;
    private final Clock clock;

    Candidates(DSLContext database, WorkOrderApi workOrders, CustomerApi customers, Engineers engineers, Clock clock) {
        this.database = database;
        this.workOrders = workOrders;
        this.customers = customers;
        this.engineers = engineers;
        this.clock = clock;
    }

    public enum Verdict {
        SUITABLE,
        WITH_WARNINGS,
        IMPOSSIBLE
    }

    /**
     * One engineer for one visit.
     *
     * @param startsAt the earliest time that fits, if any does within a week
     * @param kilometres as the crow flies from the visit before, or from home
     * @param skillLevel 1 to 5; 0 if the skill is missing or none is asked for
     * @param dedicated OWNER or STAND_IN of this customer
     */
    public record Candidate(int rank, String engineerCode, String engineerName, Verdict verdict, Optional<Instant> startsAt,
            Optional<Instant> endsAt, Optional<Double> kilometres, int skillLevel, Optional<String> dedicated,
            List<Finding> findings) {}

    public record Answer(String workOrderNumber, Optional<Instant> dueAt, Instant asOf, List<Candidate> items) {}

    private record Diaries(Map<UUID, List<Shift>> shifts, Map<UUID, List<Absence>> absences, Map<UUID, List<FreeTime.Busy>> busy) {}

    public Answer forWorkOrder(DataScope scope, String number, int limit) {
        WorkOrderSummary order = workOrders.findByNumber(number).orElseThrow(() -> Problem.notFound("work-order", number));
        Instant now = clock.instant();
        Optional<Place> site = placeOf(customers.site(order.siteId()));
        List<Engineer> team = team(scope, order.orgPath());
        Diaries diaries = diaries(team, new Period(now, now.plus(AHEAD)));
        Optional<DispatchApi.Dedication> dedication = engineers.dedicationOf(order.accountId());
        List<Candidate> candidates = new ArrayList<>(team.stream()
                .map(engineer -> judge(engineer, order, site, diaries, dedication, now)).toList());
        candidates.sort(bestFirst());
        List<Candidate> ranked = new ArrayList<>();
        for (Candidate found : candidates.subList(0, Math.min(limit, candidates.size()))) {
            ranked.add(new Candidate(ranked.size() + 1, found.engineerCode(), found.engineerName(), found.verdict(), found.startsAt(),
                    found.endsAt(), found.kilometres(), found.skillLevel(), found.dedicated(), found.findings()));
        }
        return new Answer(number, order.dueAt(), now, ranked);
    }

    private Candidate judge(Engineer engineer, WorkOrderSummary order, Optional<Place> site, Diaries diaries,
            Optional<DispatchApi.Dedication> dedication, Instant now) {
        UUID id = engineer.id().value();
        List<Shift> shifts = diaries.shifts().getOrDefault(id, List.of());
        List<Absence> absences = diaries.absences().getOrDefault(id, List.of());
        Optional<FreeTime.Fit> fit = FreeTime.firstFit(FreeTime.gaps(shifts, absences,
                diaries.busy().getOrDefault(id, List.of()), engineer.home(), now.plus(NOTICE)),
                Duration.ofMinutes(order.expectedMinutes()), site);
        BookingRules.Visit visit = new BookingRules.Visit(order.requiredSkill(), order.dueAt(), order.orgPath(), order.status());
        List<Finding> findings = fit.map(found -> BookingRules.check(engineer, visit, found.visit(), shifts, absences, now))
                .orElseGet(() -> List.of(new Finding(Finding.Code.NO_FREE_TIME, true, Map.of("days", AHEAD.toDays()))));
        Optional<String> dedicated = dedication.flatMap(owner -> owner.engineerId().equals(engineer.id()) ? Optional.of("OWNER")
                : owner.standInId().filter(engineer.id()::equals).map(standIn -> "STAND_IN"));
        int level = order.requiredSkill().flatMap(engineer::skill).map(Engineer.Skill::level).orElse(0);
        return new Candidate(0, engineer.code(), engineer.name(), verdict(findings), fit.map(found -> found.visit().startsAt()),
                fit.map(found -> found.visit().endsAt()), fit.flatMap(FreeTime.Fit::kilometres).map(km -> Math.round(km * 10) / 10.0),
                level, dedicated, findings);
    }

    private static Verdict verdict(List<Finding> findings) {
        if (findings.stream().anyMatch(Finding::hard)) {
            return Verdict.IMPOSSIBLE;
        }
        return findings.isEmpty() ? Verdict.SUITABLE : Verdict.WITH_WARNINGS;
    }

    /** Possible before impossible; the customer's own engineer first; no warning before fewer; then who is there earliest. */
    private static Comparator<Candidate> bestFirst() {
        Comparator<Optional<Instant>> earliest = Comparator.comparing(at -> at.orElse(Instant.MAX));
        return Comparator.comparing((Candidate found) -> found.verdict() == Verdict.IMPOSSIBLE)
                .thenComparing(found -> found.dedicated().map(role -> role.equals("OWNER") ? 0 : 1).orElse(2))
                .thenComparing(found -> found.findings().size())
                .thenComparing(Candidate::startsAt, earliest)
                .thenComparing(found -> found.kilometres().orElse(Double.MAX_VALUE))
                .thenComparing(Candidate::engineerCode);
    }

    private List<Engineer> team(DataScope scope, OrgPath place) {
        List<EngineerRecord> rows = database.selectFrom(ENGINEER).where(Scopes.within(scope, ENGINEER.ORG_PATH))
                .and(Scopes.related(place, ENGINEER.ORG_PATH)).and(ENGINEER.ACTIVE).orderBy(ENGINEER.CODE).limit(MOST_ENGINEERS).fetch();
        Map<UUID, List<Engineer.Skill>> skills = database.selectFrom(ENGINEER_SKILL)
                .where(ENGINEER_SKILL.ENGINEER_ID.in(rows.stream().map(EngineerRecord::getId).toList()))
                .fetchGroups(ENGINEER_SKILL.ENGINEER_ID, row -> new Engineer.Skill(row.get(ENGINEER_SKILL.SKILL_CODE),
                        row.get(ENGINEER_SKILL.LEVEL), Optional.ofNullable(row.get(ENGINEER_SKILL.EXPIRES_ON))));
        return rows.stream().map(row -> new Engineer(new PersonId(row.getId()), row.getCode(), row.getName(),
                Optional.ofNullable(row.getTerritoryCode()), placeOf(row.getHomeLatitude(), row.getHomeLongitude()),
                ZoneId.of(row.getZone()), row.getActive(), new OrgPath(row.getOrgPath()), row.getVersion(),
                skills.getOrDefault(row.getId(), List.of()))).toList();
    }

    private Diaries diaries(List<Engineer> team, Period window) {
        List<UUID> ids = team.stream().map(engineer -> engineer.id().value()).toList();
        Map<UUID, List<Shift>> shifts = database.selectFrom(SHIFT)
                .where(SHIFT.ENGINEER_ID.in(ids), SHIFT.STARTS_AT.lt(window.endsAt()), SHIFT.ENDS_AT.gt(window.startsAt()))
                .fetchGroups(SHIFT.ENGINEER_ID, row -> new Shift(row.get(SHIFT.ID),
                        new Period(row.get(SHIFT.STARTS_AT), row.get(SHIFT.ENDS_AT)), Shift.Kind.valueOf(row.get(SHIFT.KIND))));
        Map<UUID, List<Absence>> absences = database.selectFrom(ABSENCE)
                .where(ABSENCE.ENGINEER_ID.in(ids), ABSENCE.STARTS_AT.lt(window.endsAt()), ABSENCE.ENDS_AT.gt(window.startsAt()))
                .fetchGroups(ABSENCE.ENGINEER_ID, row -> new Absence(row.get(ABSENCE.ID),
                        new Period(row.get(ABSENCE.STARTS_AT), row.get(ABSENCE.ENDS_AT)), Absence.Reason.valueOf(row.get(ABSENCE.REASON)),
                        row.get(ABSENCE.NOTE)));
        var booked = database.select(APPOINTMENT.ENGINEER_ID, APPOINTMENT.STARTS_AT, APPOINTMENT.ENDS_AT, APPOINTMENT.WORK_ORDER_ID)
                .from(APPOINTMENT).where(APPOINTMENT.ENGINEER_ID.in(ids), APPOINTMENT.STATUS.notIn("CANCELLED", "DONE"),
                        APPOINTMENT.STARTS_AT.gt(window.startsAt().minus(Appointment.LONGEST)),
                        APPOINTMENT.STARTS_AT.lt(window.endsAt()), APPOINTMENT.ENDS_AT.gt(window.startsAt())).fetch();
        Map<WorkOrderId, WorkOrderSummary> orders = workOrders.get(booked.map(row -> new WorkOrderId(row.value4())));
        Set<SiteId> siteIds = orders.values().stream().map(WorkOrderSummary::siteId).collect(Collectors.toSet());
        Map<SiteId, SiteSummary> sites = customers.sites(siteIds);
        Function<WorkOrderId, Optional<Place>> placeOfOrder = id -> Optional.ofNullable(orders.get(id))
                .map(found -> sites.get(found.siteId())).flatMap(Candidates::placeOf);
        Map<UUID, List<FreeTime.Busy>> busy = booked.intoGroups(APPOINTMENT.ENGINEER_ID, row -> new FreeTime.Busy(
                new Period(row.get(APPOINTMENT.STARTS_AT), row.get(APPOINTMENT.ENDS_AT)),
                placeOfOrder.apply(new WorkOrderId(row.get(APPOINTMENT.WORK_ORDER_ID)))));
        return new Diaries(shifts, absences, busy);
    }

    private static Optional<Place> placeOf(@Nullable Double latitude,
            @Nullable Double longitude) {
        return latitude == null || longitude == null ? Optional.empty() : Optional.of(new Place(latitude, longitude));
    }

    private static Optional<Place> placeOf(SiteSummary site) {
        return site.latitude().flatMap(latitude -> site.longitude().map(longitude -> new Place(latitude, longitude)));
    }
}
