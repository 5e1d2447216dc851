package org.firstfix.workorder.query;

import static org.firstfix.schema.workorder.Tables.WORK_ORDER;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.firstfix.asset.AssetApi;
import org.firstfix.asset.AssetId;
import org.firstfix.asset.AssetSummary;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.AccountSummary;
import org.firstfix.customer.CustomerApi;
import org.firstfix.customer.SiteId;
import org.firstfix.customer.SiteSummary;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.organization.PersonSummary;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.paging.Cursor;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.scope.BranchFilter;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.work.Query;
import org.firstfix.workorder.WorkOrderStatus;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;

/** Work orders, the newest first; and those that nobody is booked for, the most urgent first. */
@Query
public class WorkOrderList {
    private static final String NEWEST = "work-orders";
    private static final String DUE = "work-orders-unassigned";
    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private final DSLContext database;
    private final BranchFilter branches;
    private final CustomerApi customers;
    private final AssetApi assets;
    private final OrganizationApi organization;

    WorkOrderList(DSLContext database, BranchFilter branches, CustomerApi customers, AssetApi assets, OrganizationApi organization) {
        this.database = database;
        this.branches = branches;
        this.customers = customers;
        this.assets = assets;
        this.organization = organization;
    }

    /** Each filter is optional; {@code from} and {@code to} are of the release. */
    public record Filter(List<WorkOrderStatus> status, Optional<String> outcome, Optional<PersonId> engineer,
            Optional<String> customerNumber, Optional<String> caseNumber, Optional<Instant> from, Optional<Instant> to) {}

    public record Row(String number, WorkOrderStatus status, String subject, String priority, String caseNumber, String workType,
            String customerName, String customerTier, String siteName, String city, Optional<Double> latitude,
            Optional<Double> longitude, Optional<String> serial, Optional<String> modelNameZh, Optional<String> modelNameEn,
            Optional<String> requiredSkill, int expectedMinutes, int crewSize, int visitNumber, String visitReason, Optional<String> outcome,
            Optional<String> engineerName, Optional<Instant> dueAt, Instant releasedAt, Optional<Instant> finishedAt) {}

    public Page<Row> list(DataScope scope, Filter filter, PageRequest page) {
        var rows = select(scope);
        if (!filter.status().isEmpty()) {
            rows = rows.and(WORK_ORDER.STATUS.in(filter.status().stream().map(Enum::name).toList()));
        }
        for (Condition condition : conditions(filter)) {
            rows = rows.and(condition);
        }
        Optional<Cursor> after = page.after(NEWEST, 2);
        if (after.isPresent()) {
            rows = rows.and(row(WORK_ORDER.RELEASED_AT, WORK_ORDER.ID).lt(after.get().instant(0), after.get().uuid(1)));
        }
        List<Record> found = List.copyOf(rows.orderBy(WORK_ORDER.RELEASED_AT.desc(), WORK_ORDER.ID.desc())
                .limit(page.limit() + 1).fetch());
        return named(Page.of(found, page.limit(),
                last -> Cursor.after(NEWEST, last.get(WORK_ORDER.RELEASED_AT), last.get(WORK_ORDER.ID))));
    }

    /** Open, and nobody is booked: what is due first comes first. */
    public Page<Row> unassigned(DataScope scope, PageRequest page) {
        Field<Instant> due = field("coalesce({0}, '9999-01-01T00:00:00Z'::timestamptz)", WORK_ORDER.DUE_AT.getDataType(), WORK_ORDER.DUE_AT);
        var rows = select(scope).and(WORK_ORDER.ENGINEER_ID.isNull())
                .and(WORK_ORDER.STATUS.in(inline("RELEASED"), inline("WAITING_FOR_PART"), inline("WAITING_FOR_CUSTOMER")));
        Optional<Cursor> after = page.after(DUE, 2);
        if (after.isPresent()) {
            rows = rows.and(row(due, WORK_ORDER.ID).gt(after.get().instant(0), after.get().uuid(1)));
        }
        List<Record> found = List.copyOf(rows.orderBy(due, WORK_ORDER.ID).limit(page.limit() + 1).fetch());
        return named(Page.of(found, page.limit(), last -> Cursor.after(DUE,
                Objects.requireNonNullElse(last.get(WORK_ORDER.DUE_AT), NEVER), last.get(WORK_ORDER.ID))));
    }

    private SelectConditionStep<? extends Record> select(DataScope scope) {
        return database.select(WORK_ORDER.fields()).from(WORK_ORDER)
                .where(branches.within(WORK_ORDER.BRANCH, scope))
                .and(scope.own().map(own -> WORK_ORDER.ENGINEER_ID.eq(own.value())).orElse(noCondition()));
    }

    private List<Condition> conditions(Filter filter) {
        List<Condition> conditions = new ArrayList<>();
        filter.outcome().ifPresent(outcome -> conditions.add(WORK_ORDER.OUTCOME.eq(outcome)));
        filter.engineer().ifPresent(engineer -> conditions.add(WORK_ORDER.ENGINEER_ID.eq(engineer.value())));
        filter.customerNumber().ifPresent(number -> conditions.add(customers.findAccountByNumber(number)
                .map(account -> WORK_ORDER.ACCOUNT_ID.eq(account.id().value())).orElse(falseCondition())));
        filter.caseNumber().ifPresent(number -> conditions.add(WORK_ORDER.CASE_NUMBER.eq(number)));
        filter.from().ifPresent(from -> conditions.add(WORK_ORDER.RELEASED_AT.ge(from)));
        filter.to().ifPresent(to -> conditions.add(WORK_ORDER.RELEASED_AT.lt(to)));
        return conditions;
    }

    /** Names of other modules' things, each kind looked up once for the whole page. */
    private Page<Row> named(Page<Record> page) {
        Map<AccountId, AccountSummary> accounts = customers.accounts(ids(page, row -> new AccountId(row.get(WORK_ORDER.ACCOUNT_ID))));
        Map<SiteId, SiteSummary> sites = customers.sites(ids(page, row -> new SiteId(row.get(WORK_ORDER.SITE_ID))));
        Map<AssetId, AssetSummary> machines = assets.assets(page.items().stream().map(row -> row.get(WORK_ORDER.ASSET_ID))
                .filter(Objects::nonNull).map(AssetId::new).collect(Collectors.toSet()));
        Map<PersonId, PersonSummary> people = organization.people(page.items().stream().map(row -> row.get(WORK_ORDER.ENGINEER_ID))
                .filter(Objects::nonNull).map(PersonId::new).collect(Collectors.toSet()));
        return page.map(row -> {
            Optional<AccountSummary> account = Optional.ofNullable(accounts.get(new AccountId(row.get(WORK_ORDER.ACCOUNT_ID))));
            Optional<SiteSummary> site = Optional.ofNullable(sites.get(new SiteId(row.get(WORK_ORDER.SITE_ID))));
            Optional<AssetSummary> machine = Optional.ofNullable(row.get(WORK_ORDER.ASSET_ID)).map(AssetId::new).map(machines::get);
            return new Row(row.get(WORK_ORDER.NUMBER), WorkOrderStatus.valueOf(row.get(WORK_ORDER.STATUS)),
                    row.get(WORK_ORDER.SUBJECT), row.get(WORK_ORDER.PRIORITY), row.get(WORK_ORDER.CASE_NUMBER),
                    row.get(WORK_ORDER.WORK_TYPE), account.map(WorkOrderList::shortName).orElse(""),
                    account.map(AccountSummary::tier).orElse(""), site.map(SiteSummary::name).orElse(""),
                    site.map(SiteSummary::city).orElse(""), site.flatMap(SiteSummary::latitude), site.flatMap(SiteSummary::longitude),
                    machine.map(AssetSummary::serial), machine.map(AssetSummary::modelNameZh), machine.map(AssetSummary::modelNameEn),
                    Optional.ofNullable(row.get(WORK_ORDER.REQUIRED_SKILL)), row.get(WORK_ORDER.EXPECTED_MINUTES), row.get(WORK_ORDER.CREW_SIZE),
                    row.get(WORK_ORDER.VISIT_NUMBER), row.get(WORK_ORDER.VISIT_REASON),
                    Optional.ofNullable(row.get(WORK_ORDER.OUTCOME)),
                    Optional.ofNullable(row.get(WORK_ORDER.ENGINEER_ID)).map(PersonId::new).map(people::get).map(PersonSummary::name),
                    Optional.ofNullable(row.get(WORK_ORDER.DUE_AT)), row.get(WORK_ORDER.RELEASED_AT),
                    Optional.ofNullable(row.get(WORK_ORDER.FINISHED_AT)));
        });
    }

    private static String shortName(AccountSummary account) {
        return account.shortName().isBlank() ? account.name() : account.shortName();
    }

    private static <T> Set<T> ids(Page<Record> page, Function<Record, T> id) {
        return page.items().stream().map(id).collect(Collectors.toSet());
    }
}
