package org.firstfix.dispatch.query;

import static org.firstfix.schema.dispatch.Tables.ABSENCE;
import static org.firstfix.schema.dispatch.Tables.APPOINTMENT;
import static org.firstfix.schema.dispatch.Tables.ENGINEER;
import static org.firstfix.schema.dispatch.Tables.SHIFT;
import static org.jooq.impl.DSL.noCondition;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.firstfix.asset.AssetApi;
import org.firstfix.asset.AssetId;
import org.firstfix.asset.AssetSummary;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.AccountSummary;
import org.firstfix.customer.ContactId;
import org.firstfix.customer.ContactSummary;
import org.firstfix.customer.CustomerApi;
import org.firstfix.customer.SiteId;
import org.firstfix.customer.SiteSummary;
import org.firstfix.dispatch.AppointmentStatus;
import org.firstfix.dispatch.domain.Absence;
import org.firstfix.dispatch.domain.Appointment;
import org.firstfix.dispatch.domain.Period;
import org.firstfix.dispatch.domain.Shift;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.organization.PersonSummary;
import org.firstfix.platform.identity.Actor;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.work.Query;
import org.firstfix.schema.dispatch.tables.records.AppointmentRecord;
import org.firstfix.schema.dispatch.tables.records.EngineerRecord;
import org.firstfix.workorder.WorkOrderApi;
import org.firstfix.workorder.WorkOrderId;
import org.firstfix.workorder.WorkOrderStatus;
import org.firstfix.workorder.WorkOrderSummary;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** A day of one engineer, or of all of a branch: shifts, absences and visits by time. */
@Query
public class DayList {
    private static final int MOST_ENGINEERS = 500;
    private static final Set<String> CANCELLED = Set.of("CANCELLED");

    private final DSLContext database;
    private final WorkOrderApi workOrders;
    private final CustomerApi customers;
    private final AssetApi assets;
    private final OrganizationApi organization;
    private final Clock clock;

    DayList(DSLContext database, WorkOrderApi workOrders, CustomerApi customers, AssetApi assets, OrganizationApi organization,
            Clock clock) {
        this.database = database;
        this.workOrders = workOrders;
        this.customers = customers;
        this.assets = assets;
        this.organization = organization;
        this.clock = clock;
    }

    /** @param asOf when this was read */
    public record Days(LocalDate date, Instant asOf, List<Day> items) {}

    public record Day(String engineerCode, PersonId personId, String engineerName, String phone, boolean active, String zone,
            Instant startsAt, Instant endsAt, List<EngineerScreen.ShiftRow> shifts, List<EngineerScreen.AbsenceRow> absences,
            List<Visit> visits) {}

    /**
     * @param engineerCode who leads: the steps and the report are his
     * @param crew who else comes along, by code
     * @param actions what state and permissions allow: ACCEPT, TRAVEL, ARRIVE, MOVE, CANCEL
     */
    public record Visit(String number, int version, AppointmentStatus status, Instant startsAt, Instant endsAt,
            Optional<Instant> acceptedAt, Optional<Instant> travellingAt, Optional<Instant> arrivedAt, Optional<Instant> doneAt,
            String cancelReason, String engineerCode, String engineerName, List<Candidates.Colleague> crew, Work work, Where where, Optional<Who> contact,
            Optional<Machine> machine, List<String> actions) {}

    public record Work(String number, WorkOrderStatus status, String subject, String priority, String caseNumber, int visitNumber,
            String visitReason, Optional<Instant> dueAt, int expectedMinutes, int crewSize) {}

    public record Where(String customerName, String customerTier, String siteName, String address, String city, String accessNotes,
            String zone, Optional<Double> latitude, Optional<Double> longitude) {}

    public record Who(String name, String phone) {}

    public record Machine(String serial, String modelNameZh, String modelNameEn, String location) {}

    /** All active engineers of the branch, and those who have something that day. */
    public Days ofBranch(DataScope scope, OrgPath branch, LocalDate date) {
        List<EngineerRecord> engineers = database.selectFrom(ENGINEER).where(Scopes.within(scope, ENGINEER.ORG_PATH))
                .and(Scopes.below(branch, ENGINEER.ORG_PATH)).and(ENGINEER.ACTIVE).orderBy(ENGINEER.CODE).limit(MOST_ENGINEERS).fetch();
        return new Days(date, clock.instant(), days(engineers, date));
    }

    public Day ofEngineer(String code, LocalDate date) {
        EngineerRecord engineer = database.selectFrom(ENGINEER).where(ENGINEER.CODE.eq(code)).fetchOptional()
                .orElseThrow(() -> Problem.notFound("engineer", code));
        return days(List.of(engineer), date).getFirst();
    }

    public Visit visit(String number) {
        return visits(APPOINTMENT.NUMBER.eq(number)).stream().findFirst().orElseThrow(() -> Problem.notFound("appointment", number));
    }

    /** Of a work order or of all of a case, the oldest first. */
    public List<Visit> visitsOf(List<WorkOrderId> orders) {
        return orders.isEmpty() ? List.of() : visits(APPOINTMENT.WORK_ORDER_ID.in(orders.stream().map(WorkOrderId::value).toList()));
    }

    private List<Day> days(List<EngineerRecord> engineers, LocalDate date) {
        if (engineers.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = engineers.stream().map(EngineerRecord::getId).toList();
        Map<PersonId, PersonSummary> people = organization.people(ids.stream().map(PersonId::new).toList());
        // From where the day begins first to where it ends last; what lies outside an engineer's own day is left out below.
        List<ZoneId> zones = engineers.stream().map(EngineerRecord::getZone).distinct().map(ZoneId::of).toList();
        Instant from = zones.stream().map(zone -> date.atStartOfDay(zone).toInstant()).min(Comparator.naturalOrder()).orElseThrow();
        Instant to = zones.stream().map(zone -> date.plusDays(1).atStartOfDay(zone).toInstant()).max(Comparator.naturalOrder()).orElseThrow();
        Map<UUID, List<EngineerScreen.ShiftRow>> shifts = database.selectFrom(SHIFT)
                .where(SHIFT.ENGINEER_ID.in(ids), SHIFT.STARTS_AT.lt(to), SHIFT.ENDS_AT.gt(from)).orderBy(SHIFT.STARTS_AT)
                .fetchGroups(SHIFT.ENGINEER_ID, row -> new EngineerScreen.ShiftRow(row.get(SHIFT.ID), row.get(SHIFT.STARTS_AT),
                        row.get(SHIFT.ENDS_AT), Shift.Kind.valueOf(row.get(SHIFT.KIND))));
        Map<UUID, List<EngineerScreen.AbsenceRow>> absences = database.selectFrom(ABSENCE)
                .where(ABSENCE.ENGINEER_ID.in(ids), ABSENCE.STARTS_AT.lt(to), ABSENCE.ENDS_AT.gt(from)).orderBy(ABSENCE.STARTS_AT)
                .fetchGroups(ABSENCE.ENGINEER_ID, row -> new EngineerScreen.AbsenceRow(row.get(ABSENCE.ID), row.get(ABSENCE.STARTS_AT),
                        row.get(ABSENCE.ENDS_AT), Absence.Reason.valueOf(row.get(ABSENCE.REASON)), row.get(ABSENCE.NOTE)));
        Map<String, List<Visit>> visits = new HashMap<>();
        visits(DayMaterials.takesTimeOf(ids, new Period(from, to)).and(APPOINTMENT.STATUS.notIn(CANCELLED))).forEach(visit ->
                Stream.concat(Stream.of(visit.engineerCode()), visit.crew().stream().map(Candidates.Colleague::code))
                        .forEach(code -> visits.computeIfAbsent(code, whose -> new ArrayList<>()).add(visit)));
        List<Day> days = new ArrayList<>();
        for (EngineerRecord engineer : engineers) {
            ZoneId zone = ZoneId.of(engineer.getZone());
            Instant start = date.atStartOfDay(zone).toInstant();
            Instant end = date.plusDays(1).atStartOfDay(zone).toInstant();
            days.add(new Day(engineer.getCode(), new PersonId(engineer.getId()), engineer.getName(),
                    Optional.ofNullable(people.get(new PersonId(engineer.getId()))).map(PersonSummary::phone).orElse(""),
                    engineer.getActive(), engineer.getZone(), start, end,
                    shifts.getOrDefault(engineer.getId(), List.of()).stream()
                            .filter(shift -> touches(shift.startsAt(), shift.endsAt(), start, end)).toList(),
                    absences.getOrDefault(engineer.getId(), List.of()).stream()
                            .filter(absence -> touches(absence.startsAt(), absence.endsAt(), start, end)).toList(),
                    visits.getOrDefault(engineer.getCode(), List.of()).stream()
                            .filter(visit -> touches(visit.startsAt(), visit.endsAt(), start, end))
                            .sorted(Comparator.comparing(Visit::startsAt)).toList()));
        }
        return days;
    }

    private static boolean touches(Instant startsAt, Instant endsAt, Instant from, Instant to) {
        return startsAt.isBefore(to) && endsAt.isAfter(from);
    }

    /** Everything a line needs, each module asked once for all lines. */
    private List<Visit> visits(Condition which) {
        var rows = database.select(APPOINTMENT.fields()).select(ENGINEER.CODE, ENGINEER.NAME).from(APPOINTMENT)
                .join(ENGINEER).on(ENGINEER.ID.eq(APPOINTMENT.ENGINEER_ID)).where(which)
                .orderBy(APPOINTMENT.STARTS_AT, APPOINTMENT.ID).limit(5_000).fetch();
        Map<WorkOrderId, WorkOrderSummary> orders = workOrders.get(rows.map(row -> new WorkOrderId(row.get(APPOINTMENT.WORK_ORDER_ID))));
        Set<SiteId> siteIds = new HashSet<>();
        Set<AccountId> accountIds = new HashSet<>();
        Set<ContactId> contactIds = new HashSet<>();
        Set<AssetId> assetIds = new HashSet<>();
        orders.values().forEach(order -> {
            siteIds.add(order.siteId());
            accountIds.add(order.accountId());
            order.contactId().ifPresent(contactIds::add);
            order.assetId().ifPresent(assetIds::add);
        });
        Set<UUID> members = rows.stream().flatMap(row -> Arrays.stream(row.get(APPOINTMENT.CREW))).collect(Collectors.toSet());
        Map<UUID, Candidates.Colleague> colleagues = members.isEmpty() ? Map.of() : database.select(ENGINEER.ID, ENGINEER.CODE, ENGINEER.NAME).from(ENGINEER)
                .where(ENGINEER.ID.in(members)).fetchMap(ENGINEER.ID, row -> new Candidates.Colleague(row.value2(), row.value3()));
        Names names = new Names(colleagues, customers.accounts(accountIds), customers.sites(siteIds), customers.contacts(contactIds),
                assets.assets(assetIds));
        List<Visit> visits = new ArrayList<>();
        rows.forEach(row -> Optional.ofNullable(orders.get(new WorkOrderId(row.get(APPOINTMENT.WORK_ORDER_ID)))).ifPresent(order ->
                visits.add(visit(row.into(APPOINTMENT), row.get(ENGINEER.CODE), row.get(ENGINEER.NAME), order, names))));
        return visits;
    }

    private record Names(Map<UUID, Candidates.Colleague> colleagues, Map<AccountId, AccountSummary> accounts, Map<SiteId, SiteSummary> sites,
            Map<ContactId, ContactSummary> contacts, Map<AssetId, AssetSummary> machines) {}

    private static Visit visit(AppointmentRecord row, String code, String name, WorkOrderSummary order, Names names) {
        Optional<AccountSummary> account = Optional.ofNullable(names.accounts().get(order.accountId()));
        Optional<SiteSummary> site = Optional.ofNullable(names.sites().get(order.siteId()));
        AppointmentStatus status = AppointmentStatus.valueOf(row.getStatus());
        return new Visit(row.getNumber(), row.getVersion(), status, row.getStartsAt(), row.getEndsAt(),
                Optional.ofNullable(row.getAcceptedAt()), Optional.ofNullable(row.getTravellingAt()),
                Optional.ofNullable(row.getArrivedAt()), Optional.ofNullable(row.getDoneAt()), row.getCancelReason(), code, name,
                Arrays.stream(row.getCrew()).map(names.colleagues()::get).filter(Objects::nonNull).sorted(Comparator.comparing(Candidates.Colleague::code)).toList(),
                new Work(order.number(), order.status(), order.subject(), order.priority().name(), order.caseNumber(),
                        order.visitNumber(), order.visitReason(), order.dueAt(), order.expectedMinutes(), order.crewSize()),
                new Where(account.map(found -> found.shortName().isBlank() ? found.name() : found.shortName()).orElse(""),
                        account.map(AccountSummary::tier).orElse(""), site.map(SiteSummary::name).orElse(""),
                        site.map(SiteSummary::address).orElse(""), site.map(SiteSummary::city).orElse(""),
                        site.map(SiteSummary::accessNotes).orElse(""), site.map(found -> found.zone().getId()).orElse("UTC"),
                        site.flatMap(SiteSummary::latitude), site.flatMap(SiteSummary::longitude)),
                order.contactId().map(names.contacts()::get).map(contact -> new Who(contact.name(),
                        contact.mobile().isBlank() ? contact.phone() : contact.mobile())),
                order.assetId().map(names.machines()::get).map(machine -> new Machine(machine.serial(), machine.modelNameZh(),
                        machine.modelNameEn(), machine.location())),
                actions(status, new PersonId(row.getEngineerId())));
    }

    private static List<String> actions(AppointmentStatus status, PersonId engineer) {
        Actor actor = Actors.current();
        boolean books = actor.may("dispatch.book");
        boolean goes = actor.may("appointment.carry-out") && (books || actor.personId().filter(engineer::equals).isPresent());
        Set<AppointmentStatus> next = Appointment.STEPS.get(status);
        List<String> actions = new ArrayList<>();
        if (goes && next.contains(AppointmentStatus.ACCEPTED)) {
            actions.add("ACCEPT");
        }
        if (goes && next.contains(AppointmentStatus.TRAVELLING)) {
            actions.add("TRAVEL");
        }
        if (goes && next.contains(AppointmentStatus.ON_SITE)) {
            actions.add("ARRIVE");
        }
        if (books && (status == AppointmentStatus.BOOKED || next.contains(AppointmentStatus.BOOKED))) {
            actions.add("MOVE");
            actions.add("CANCEL");
        }
        return actions;
    }
}
