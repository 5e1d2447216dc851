package org.firstfix.dispatch.query;

import static org.firstfix.schema.dispatch.Tables.APPOINTMENT;
import static org.firstfix.schema.dispatch.Tables.ENGINEER;
import static org.firstfix.schema.dispatch.Tables.OVERRULING;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.firstfix.cases.CaseId;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.AccountSummary;
import org.firstfix.customer.CustomerApi;
import org.firstfix.dispatch.AppointmentStatus;
import org.firstfix.dispatch.domain.Lesson;
import org.firstfix.dispatch.domain.Overruling;
import org.firstfix.dispatch.domain.OverrulingReason;
import org.firstfix.dispatch.domain.PlanningPolicies;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.paging.Cursor;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.work.Query;
import org.firstfix.schema.dispatch.tables.records.AppointmentRecord;
import org.firstfix.schema.dispatch.tables.records.OverrulingRecord;
import org.firstfix.workorder.WorkOrderApi;
import org.firstfix.workorder.WorkOrderId;
import org.firstfix.workorder.WorkOrderStatus;
import org.firstfix.workorder.WorkOrderSummary;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Where dispatchers chose otherwise than the engine, why, what it cost and what came of it; and what that says to the weights. */
@Query
public class OverrulingList {
    private static final String BY_TIME = "overrulings";
    private static final int MOST_SUMMED = 2_000;
    /** Who is there a quarter of an hour after the appointment is in time, where no deadline says otherwise. */
    private static final Duration PUNCTUAL = Duration.ofMinutes(15);

    private final DSLContext database;
    private final WorkOrderApi workOrders;
    private final CustomerApi customers;
    private final PlanningPolicies policies;
    private final JsonMapper json;

    OverrulingList(DSLContext database, WorkOrderApi workOrders, CustomerApi customers, PlanningPolicies policies, JsonMapper json) {
        this.database = database;
        this.workOrders = workOrders;
        this.customers = customers;
        this.policies = policies;
        this.json = json;
    }

    /** @param rule that spoke loudest against the choice. @param engineer code of who was chosen. @param from and {@code until} when it was decided */
    public record Filter(Optional<OverrulingReason> reason, Optional<String> rule, Optional<String> engineer, Optional<Instant> from,
            Optional<Instant> until) {}

    /**
     * @param moreMoney cents of lateness more, {@code morePreference} of travel and everything else; none where a hard rule stood in the way
     * @param onTime whether work began in time; none before
     * @param fixed whether the visit solved it and no other one followed; none before
     * @param lines rule by rule; below zero where the choice costs less
     */
    public record Row(UUID id, Instant decidedAt, String decidedBy, String appointmentNumber, boolean moved, String workOrderNumber, String subject,
            String customerName, Choice best, Choice chosen, String rule, Optional<Long> moreMoney, Optional<Long> morePreference, OverrulingReason reason,
            String note, Optional<Boolean> onTime, Optional<Boolean> fixed, List<Overruling.Difference> lines) {}

    public record Choice(String engineerCode, String engineerName, Instant startsAt) {}

    /** @param counted all of the time, at most 2,000, the newest. @param rules the one overruled most first */
    public record Summary(int counted, int explained, List<Lesson.RuleSum> rules, List<ReasonSum> reasons, List<Lesson.Suggestion> suggestions) {}

    public record ReasonSum(OverrulingReason reason, int times) {}

    /** The newest first. */
    public Page<Row> list(DataScope scope, Filter filter, PageRequest page) {
        Optional<Cursor> after = page.after(BY_TIME, 2);
        List<OverrulingRecord> rows = database.selectFrom(OVERRULING).where(Scopes.within(scope, OVERRULING.ORG_PATH)).and(condition(filter))
                .and(after.map(cursor -> row(OVERRULING.DECIDED_AT, OVERRULING.ID).lessThan(cursor.instant(0), cursor.uuid(1))).orElse(noCondition()))
                .orderBy(OVERRULING.DECIDED_AT.desc(), OVERRULING.ID.desc()).limit(page.limit() + 1).fetch();
        Page<OverrulingRecord> found = Page.of(rows, page.limit(), last -> Cursor.after(BY_TIME, last.getDecidedAt(), last.getId()));
        return new Page<>(told(found.items()), found.nextCursor());
    }

    /** @throws Problem 404 */
    public Row one(UUID id) {
        return told(database.selectFrom(OVERRULING).where(OVERRULING.ID.eq(id)).fetch()).stream().findFirst()
                .orElseThrow(() -> Problem.notFound("overruling", id));
    }

    /** Weights are those in force where the caller belongs. */
    public Summary sum(DataScope scope, Filter filter) {
        List<Row> rows = told(database.selectFrom(OVERRULING).where(Scopes.within(scope, OVERRULING.ORG_PATH)).and(condition(filter))
                .orderBy(OVERRULING.DECIDED_AT.desc(), OVERRULING.ID.desc()).limit(MOST_SUMMED).fetch());
        List<Lesson> lessons = rows.stream().map(row -> new Lesson(row.lines(), row.rule(), row.moreMoney(), row.morePreference(), row.reason(),
                row.onTime(), row.fixed())).toList();
        Map<OverrulingReason, Long> reasons = rows.stream().collect(Collectors.groupingBy(Row::reason, Collectors.counting()));
        return new Summary(rows.size(), (int) rows.stream().filter(row -> row.reason() != OverrulingReason.NONE_GIVEN).count(), Lesson.byRule(lessons),
                reasons.entrySet().stream().map(entry -> new ReasonSum(entry.getKey(), entry.getValue().intValue()))
                        .sorted((one, other) -> other.times() - one.times()).toList(),
                Actors.current().home().map(home -> Lesson.suggestions(lessons, policies.inForce(home).policy())).orElse(List.of()));
    }

    private static Condition condition(Filter filter) {
        return filter.reason().map(Enum::name).map(OVERRULING.REASON::eq).orElse(noCondition())
                .and(filter.rule().map(OVERRULING.RULE::eq).orElse(noCondition()))
                .and(filter.engineer().map(code -> OVERRULING.CHOSEN_ENGINEER_ID.in(
                        select(ENGINEER.ID).from(ENGINEER).where(ENGINEER.CODE.eq(code)))).orElse(noCondition()))
                .and(filter.from().map(OVERRULING.DECIDED_AT::ge).orElse(noCondition()))
                .and(filter.until().map(OVERRULING.DECIDED_AT::lt).orElse(noCondition()));
    }

    private record Names(Map<WorkOrderId, WorkOrderSummary> orders, Map<CaseId, WorkOrderSummary> latest, Map<AccountId, AccountSummary> accounts,
            Map<UUID, Named> engineers, Map<String, AppointmentRecord> visits) {}

    private record Named(String code, String name) {}

    /** Everything the rows need, each module asked once for all of them. */
    private List<Row> told(List<OverrulingRecord> rows) {
        Map<WorkOrderId, WorkOrderSummary> orders = workOrders.get(rows.stream().map(one -> new WorkOrderId(one.getWorkOrderId())).toList());
        Set<UUID> people = new HashSet<>();
        rows.forEach(one -> people.addAll(List.of(one.getChosenEngineerId(), one.getBestEngineerId())));
        Names names = new Names(orders, workOrders.latestOf(orders.values().stream().map(WorkOrderSummary::caseId).collect(Collectors.toSet())),
                customers.accounts(orders.values().stream().map(WorkOrderSummary::accountId).collect(Collectors.toSet())),
                database.select(ENGINEER.ID, ENGINEER.CODE, ENGINEER.NAME).from(ENGINEER).where(ENGINEER.ID.in(people))
                        .fetchMap(ENGINEER.ID, one -> new Named(one.get(ENGINEER.CODE), one.get(ENGINEER.NAME))),
                database.selectFrom(APPOINTMENT).where(APPOINTMENT.NUMBER.in(rows.stream().map(OverrulingRecord::getAppointmentNumber).toList()))
                        .fetchMap(APPOINTMENT.NUMBER));
        return rows.stream().filter(one -> orders.containsKey(new WorkOrderId(one.getWorkOrderId()))).map(one -> told(one, names)).toList();
    }

    private Row told(OverrulingRecord one, Names names) {
        WorkOrderSummary order = names.orders().get(new WorkOrderId(one.getWorkOrderId()));
        String customer = Optional.ofNullable(names.accounts().get(order.accountId()))
                .map(account -> account.shortName().isBlank() ? account.name() : account.shortName()).orElse("");
        // What became of the choice is only known where it stood: a visit that went to somebody else since tells nothing about it.
        Optional<AppointmentRecord> kept = Optional.ofNullable(names.visits().get(one.getAppointmentNumber()))
                .filter(visit -> visit.getEngineerId().equals(one.getChosenEngineerId()) && !visit.getStatus().equals(AppointmentStatus.CANCELLED.name()));
        return new Row(one.getId(), one.getDecidedAt(), one.getDecidedBy(), one.getAppointmentNumber(), one.getMoved(), order.number(), order.subject(),
                customer, choice(one.getBestEngineerId(), one.getBestStartsAt(), names), choice(one.getChosenEngineerId(), one.getChosenStartsAt(), names),
                one.getRule(), Optional.ofNullable(one.getMoreMoney()), Optional.ofNullable(one.getMorePreference()),
                OverrulingReason.valueOf(one.getReason()), one.getNote(), kept.flatMap(visit -> onTime(visit, order)),
                kept.flatMap(visit -> fixed(order, names.latest().get(order.caseId()))),
                json.readValue(one.getLines().data(), new TypeReference<List<Overruling.Difference>>() {}));
    }

    private static Choice choice(UUID engineer, Instant startsAt, Names names) {
        Named named = names.engineers().getOrDefault(engineer, new Named("", ""));
        return new Choice(named.code(), named.name(), startsAt);
    }

    private static Optional<Boolean> onTime(AppointmentRecord visit, WorkOrderSummary order) {
        Instant latest = order.dueAt().orElse(visit.getStartsAt().plus(PUNCTUAL));
        return Optional.ofNullable(visit.getArrivedAt()).map(arrived -> !arrived.isAfter(latest));
    }

    private static Optional<Boolean> fixed(WorkOrderSummary order, @Nullable WorkOrderSummary latest) {
        return switch (order.status()) {
            case COMPLETED, HANDED_OVER -> Optional.of(order.status() == WorkOrderStatus.COMPLETED && (latest == null || latest.id().equals(order.id())));
            case ENDED_OPEN -> Optional.of(false);
            case RELEASED, IN_WORK, WAITING_FOR_PART, WAITING_FOR_CUSTOMER, CANCELLED -> Optional.empty();
        };
    }
}
