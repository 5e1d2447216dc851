package org.firstfix.dispatch.query;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.firstfix.cases.CaseId;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.AccountSummary;
import org.firstfix.customer.CustomerApi;
import org.firstfix.customer.SiteId;
import org.firstfix.customer.SiteSummary;
import org.firstfix.dispatch.AppointmentStatus;
import org.firstfix.dispatch.domain.Appointment;
import org.firstfix.dispatch.domain.DayMaterial;
import org.firstfix.dispatch.domain.Departure;
import org.firstfix.dispatch.domain.Engineer;
import org.firstfix.dispatch.domain.Engineers;
import org.firstfix.dispatch.domain.Halt;
import org.firstfix.dispatch.domain.PhoneSilence;
import org.firstfix.dispatch.domain.Phones;
import org.firstfix.dispatch.domain.Pin;
import org.firstfix.dispatch.domain.Place;
import org.firstfix.dispatch.domain.PlanArea;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.work.Query;
import org.firstfix.sla.AtRiskApi;
import org.firstfix.workorder.WorkOrderStatus;
import org.firstfix.workorder.WorkOrderSummary;

/**
 * The dispatcher's board: engineers and their day, open work, and what is in danger, in one answer. Whom to send for the open work
 * is asked separately ({@link BestCandidates}), so that nothing waits for the engine to be seen.
 */
@Query
public class BoardScreen {
    private static final Duration DANGER = Duration.ofHours(2);
    private static final int MOST_IN_DANGER = 40;

    private final DayMaterials materials;
    private final CustomerApi customers;
    private final AtRiskBoard atRisk;
    private final Phones phones;
    private final Engineers engineers;

    BoardScreen(DayMaterials materials, CustomerApi customers, AtRiskBoard atRisk, Phones phones, Engineers engineers) {
        this.materials = materials;
        this.customers = customers;
        this.atRisk = atRisk;
        this.phones = phones;
        this.engineers = engineers;
    }

    /** @param startsAt of the day, where the board's branch is */
    public record Board(Optional<String> territory, String branch, LocalDate date, String zone, Instant startsAt, Instant endsAt, Instant asOf,
            List<Row> rows, List<Job> jobs, List<AtRiskBoard.Row> atRisk, boolean moreAtRisk, List<String> actions) {}

    /**
     * @param workMinutes booked work and the way to it
     * @param shiftMinutes without absences and standby
     * @param silentSince when the phone was last heard of, if it ought to have been heard of since ({@link PhoneSilence})
     * @param contractor set for somebody of another company
     * @param halts break and pick-up in what is left of the day
     */
    public record Row(String code, String name, Optional<String> territory, boolean active, List<Engineer.Skill> skills,
            List<EngineerScreen.ShiftRow> shifts, List<EngineerScreen.AbsenceRow> absences, int workMinutes, int shiftMinutes,
            Optional<Instant> silentSince, Optional<Engineer.Contractor> contractor, List<Bar> bars, List<Halt> halts) {}

    /**
     * A visit in the line of one of those who go.
     *
     * @param crew everybody who goes, the lead first, where more than one does or should
     * @param crewSize how many it needs
     * @param travelMinutes the way to it, estimated
     * @param pinned ENGINEER, TIME
     * @param parts CARRIED: it is known what to take along; WAITING: its part is not here; none: nothing is known
     * @param late as it is booked it begins after its promise
     * @param orphaned its engineer is absent then: somebody else has to go
     * @param actions MOVE, CANCEL, PIN, if state and permissions allow
     */
    public record Bar(String number, int version, AppointmentStatus status, Instant startsAt, Instant endsAt, int travelMinutes,
            String workOrderNumber, String subject, String customerName, String siteName, String priority, Optional<Instant> dueAt,
            Instant releasedAt, List<Candidates.Colleague> crew, int crewSize, List<String> pinned, String pinReason, Optional<Parts> parts, boolean late, boolean orphaned, List<String> actions) {}

    public enum Parts {
        CARRIED,
        WAITING
    }

    /** @param list UNASSIGNED, WAITING_PART or TO_CONFIRM */
    public record Job(String number, String list, WorkOrderStatus status, String caseNumber, String subject, String priority, String customerName,
            String siteName, String city, Optional<String> requiredSkill, int expectedMinutes, int crewSize, int visitNumber, Optional<Instant> dueAt,
            Instant releasedAt) {}

    private record Names(Map<AccountId, AccountSummary> accounts, Map<SiteId, SiteSummary> sites, Set<CaseId> carrying,
            Map<PersonId, Instant> heard, Map<PersonId, Candidates.Colleague> crews) {}

    public Board show(DataScope scope, PlanArea area) {
        return board(scope, area, materials.of(scope, area));
    }

    /**
     * The same with the rows only that a change concerns: what a browser that shows the board asks for when it hears of changes.
     *
     * @param visits numbers of the concerned visits as far as they are on the day: they are in no other row
     */
    public record Changes(Board board, List<String> visits) {}

    public Changes changes(DataScope scope, PlanArea area, DayMaterials.Concerned concerned) {
        return new Changes(board(scope, area, materials.of(scope, area, concerned)), materials.numbers(concerned.subjects()));
    }

    private Board board(DataScope scope, PlanArea area, DayMaterial material) {
        Names names = names(material);
        Map<PersonId, List<DayMaterial.Visit>> visits = new HashMap<>();
        material.visits().forEach(visit -> visit.people().forEach(person -> visits.computeIfAbsent(person, whose -> new ArrayList<>()).add(visit)));
        List<Row> rows = material.engineers().stream()
                .map(diary -> row(diary, visits.getOrDefault(diary.engineer().id(), List.of()), material, names)).toList();
        DataScope here = scope.contains(area.branch()) ? DataScope.below(List.of(area.branch())) : scope;
        var danger = atRisk.show(here, new AtRiskApi.Filter(DANGER, Optional.empty(), Optional.empty()), PageRequest.first(MOST_IN_DANGER));
        return new Board(area.territory(), area.branch().value(), area.day(), area.zone().getId(), area.period().startsAt(), area.period().endsAt(),
                material.now(), rows, material.jobs().stream().map(job -> job(job.order(), names)).toList(), danger.items(),
                danger.nextCursor() != null, actions());
    }

    private static List<String> actions() {
        List<String> actions = new ArrayList<>();
        if (Actors.current().may("dispatch.book")) {
            actions.addAll(List.of("BOOK", "PLAN"));
        }
        if (Actors.current().may("engineer.maintain")) {
            actions.add("REPORT_ABSENCE");
        }
        return actions;
    }

    private Names names(DayMaterial material) {
        List<WorkOrderSummary> orders = Stream.concat(material.visits().stream().map(visit -> visit.job().order()),
                material.jobs().stream().map(DayMaterial.Job::order)).toList();
        Map<PersonId, Instant> heard = phones.lastHeard(material.engineers().stream().map(diary -> diary.engineer().id()).toList());
        return new Names(customers.accounts(orders.stream().map(WorkOrderSummary::accountId).collect(Collectors.toSet())),
                customers.sites(orders.stream().map(WorkOrderSummary::siteId).collect(Collectors.toSet())), material.supplies().forecast().parts().keySet(), heard, crews(material));
    }

    /** Names of those who go with others; some may be of another territory. */
    private Map<PersonId, Candidates.Colleague> crews(DayMaterial material) {
        Map<PersonId, Candidates.Colleague> names = new HashMap<>();
        material.engineers().forEach(diary -> names.put(diary.engineer().id(), Candidates.Colleague.of(diary.engineer())));
        material.visits().stream().flatMap(visit -> visit.people().stream()).filter(person -> !names.containsKey(person)).distinct()
                .forEach(person -> engineers.find(person).ifPresent(engineer -> names.put(person, Candidates.Colleague.of(engineer))));
        return names;
    }

    private static List<Candidates.Colleague> crew(DayMaterial.Visit visit, Names names) {
        return visit.crew().isEmpty() && visit.job().order().crewSize() == 1 ? List.of()
                : Stream.concat(Stream.of(visit.engineer()).map(names.crews()::get), visit.crew().stream().map(names.crews()::get).filter(Objects::nonNull)
                        .sorted(Comparator.comparing(Candidates.Colleague::code))).filter(Objects::nonNull).toList();
    }

    private static Row row(DayMaterial.Diary diary, List<DayMaterial.Visit> visits, DayMaterial material, Names names) {
        Engineer engineer = diary.engineer();
        List<Bar> bars = new ArrayList<>();
        Optional<Place> at = engineer.home();
        long work = 0;
        for (DayMaterial.Visit visit : visits) {
            int way = material.travel().seconds(at, visit.job().site(), Departure.of(visit.period().startsAt(), material.area().zone())) / 60;
            at = visit.job().site();
            work += way + visit.period().length().toMinutes();
            bars.add(bar(visit, way, diary.absenceDuring(visit.period()).isPresent(), names));
        }
        return new Row(engineer.code(), engineer.name(), engineer.territory(), engineer.active(), engineer.skills(),
                diary.shifts().stream().map(EngineerScreen.ShiftRow::of).toList(), diary.absences().stream().map(EngineerScreen.AbsenceRow::of).toList(),
                (int) work, diary.availableMinutes(material.area().period()),
                PhoneSilence.since(Optional.ofNullable(names.heard().get(engineer.id())), diary, visits, material.now()), engineer.contractor(), bars,
                Halt.of(material, diary, visits));
    }

    private static Optional<Parts> parts(DayMaterial.Visit visit, Names names) {
        if (visit.isOver()) {
            return Optional.empty();
        }
        if (visit.job().order().status() == WorkOrderStatus.WAITING_FOR_PART) {
            return Optional.of(Parts.WAITING);
        }
        return names.carrying().contains(visit.job().order().caseId()) ? Optional.of(Parts.CARRIED) : Optional.empty();
    }

    private static Bar bar(DayMaterial.Visit visit, int travelMinutes, boolean absent, Names names) {
        WorkOrderSummary order = visit.job().order();
        List<String> pinned = visit.pin().map(pin -> Stream.of(pin.engineer() ? "ENGINEER" : "", pin.time() ? "TIME" : "")
                .filter(what -> !what.isEmpty()).toList()).orElse(List.of());
        return new Bar(visit.number(), visit.version(), visit.status(), visit.period().startsAt(), visit.period().endsAt(), travelMinutes,
                order.number(), order.subject(), customer(order, names), site(order, names), order.priority().name(),
                visit.arrivedAt().isPresent() ? Optional.empty() : order.dueAt(), order.releasedAt(), crew(visit, names), order.crewSize(), pinned,
                visit.pin().map(Pin::reason).orElse(""), parts(visit, names), visit.comesTooLate(), absent && !visit.isOver() && visit.status() != AppointmentStatus.ON_SITE, actions(visit.status()));
    }

    private static List<String> actions(AppointmentStatus status) {
        if (!Actors.current().may("dispatch.book")) {
            return List.of();
        }
        boolean movable = status == AppointmentStatus.BOOKED || Appointment.STEPS.get(status).contains(AppointmentStatus.BOOKED);
        List<String> actions = new ArrayList<>(movable ? List.of("MOVE", "CANCEL") : List.of());
        if (!Appointment.STEPS.get(status).isEmpty()) {
            actions.add("PIN");
        }
        return actions;
    }

    private static Job job(WorkOrderSummary order, Names names) {
        String list = switch (order.status()) {
            case WAITING_FOR_PART -> "WAITING_PART";
            case WAITING_FOR_CUSTOMER -> "TO_CONFIRM";
            case RELEASED, IN_WORK, HANDED_OVER, ENDED_OPEN, COMPLETED, CANCELLED -> "UNASSIGNED";
        };
        return new Job(order.number(), list, order.status(), order.caseNumber(), order.subject(), order.priority().name(), customer(order, names),
                site(order, names), Optional.ofNullable(names.sites().get(order.siteId())).map(SiteSummary::city).orElse(""), order.requiredSkill(),
                order.expectedMinutes(), order.crewSize(), order.visitNumber(), order.dueAt(), order.releasedAt());
    }

    private static String customer(WorkOrderSummary order, Names names) {
        return Optional.ofNullable(names.accounts().get(order.accountId()))
                .map(account -> account.shortName().isBlank() ? account.name() : account.shortName()).orElse("");
    }

    private static String site(WorkOrderSummary order, Names names) {
        return Optional.ofNullable(names.sites().get(order.siteId())).map(SiteSummary::name).orElse("");
    }
}
