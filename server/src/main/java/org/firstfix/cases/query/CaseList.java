package org.firstfix.cases.query;

import static org.firstfix.schema.cases.Tables.SERVICE_CASE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.firstfix.asset.AssetApi;
import org.firstfix.asset.AssetId;
import org.firstfix.asset.AssetSummary;
import org.firstfix.cases.CaseStatus;
import org.firstfix.cases.domain.Channel;
import org.firstfix.contract.Milestone;
import org.firstfix.contract.Priority;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.AccountSummary;
import org.firstfix.customer.CustomerApi;
import org.firstfix.customer.SiteId;
import org.firstfix.customer.SiteSummary;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.organization.PersonSummary;
import org.firstfix.platform.id.Id;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.paging.Cursor;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.BranchFilter;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.work.Query;
import org.firstfix.schema.cases.tables.records.ServiceCaseRecord;
import org.firstfix.sla.ClockSummary;
import org.firstfix.sla.SlaApi;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SelectConditionStep;
import org.jooq.SelectSeekStep2;
import org.jooq.impl.SQLDataType;

/** The list of cases: one index scan of its own table, then names and clocks of one page in one question each. */
@Query
public class CaseList {
    private static final Field<Instant> NEVER = field("timestamptz 'infinity'", SQLDataType.INSTANT);
    private static final Field<Instant> DUE = coalesce(SERVICE_CASE.DUE_AT, NEVER);
    /** Written into the statement, so that the planner sees that partial indexes fit. */
    private static final Condition STILL_OPEN = SERVICE_CASE.STATUS.notIn(inline("CLOSED"), inline("CANCELLED"));
    private static final String NO_DUE = "never";

    private final DSLContext database;
    private final BranchFilter branches;
    private final CustomerApi customers;
    private final AssetApi assets;
    private final OrganizationApi organization;
    private final SlaApi sla;
    private final Symptoms symptoms;
    private final Clock clock;

    CaseList(DSLContext database, BranchFilter branches, CustomerApi customers, AssetApi assets, OrganizationApi organization, SlaApi sla,
            Symptoms symptoms, Clock clock) {
        this.database = database;
        this.branches = branches;
        this.customers = customers;
        this.assets = assets;
        this.organization = organization;
        this.sla = sla;
        this.symptoms = symptoms;
        this.clock = clock;
    }

    /** One line of the list. */
    public record Line(String number, CaseStatus status, Priority priority, Channel channel, String subject, Named symptom,
            Customer customer, Place site, Optional<Machine> asset, Instant reportedAt, Optional<Due> due, Optional<String> ownerName,
            boolean atRisk, boolean criticalWatch, boolean secondVisit, int reopened, boolean quoteFirst) {}

    public record Named(String code, String nameZh, String nameEn) {
        static final Named NOTHING = new Named("", "", "");
    }

    public record Customer(String number, String name, String tier) {}

    public record Place(String number, String name, String city) {}

    public record Machine(String serial, String modelNameZh, String modelNameEn) {}

    /**
     * How its clock stands.
     *
     * @param milestone which is waited for and due first, or was; none when nothing is waited for
     * @param dueAt none while paused; before now if it was missed
     * @param band CALM, WARM, HOT, MISSED, PAUSED or DONE
     */
    public record Due(Optional<Milestone> milestone, Optional<Instant> dueAt, Optional<Long> remainingSeconds, int usedPercent, String band) {}

    public Page<Line> find(CaseFilter filter, DataScope scope, PageRequest page) {
        List<Condition> conditions = conditions(filter, scope);
        SelectSeekStep2<ServiceCaseRecord, Instant, UUID> ordered = switch (filter.order()) {
            case REPORTED -> after(page, conditions, "reported").orderBy(SERVICE_CASE.REPORTED_AT.desc(), SERVICE_CASE.ID.desc());
            case DUE -> after(page, conditions, "due").orderBy(DUE.asc(), SERVICE_CASE.ID.asc());
        };
        List<ServiceCaseRecord> rows = ordered.limit(page.limit() + 1).fetch();
        Page<ServiceCaseRecord> found = Page.of(rows, page.limit(), last -> switch (filter.order()) {
            case REPORTED -> Cursor.after("reported", last.getReportedAt(), last.getId());
            case DUE -> Cursor.after("due", last.getDueAt() == null ? NO_DUE : last.getDueAt(), last.getId());
        });
        return new Page<>(lines(found.items()), found.nextCursor());
    }

    /** Open cases of the same machine or site: maybe the same fault was reported before. */
    public List<Line> openOf(Optional<AssetId> asset, SiteId site, Instant since, int most) {
        Condition same = asset.<Condition>map(id -> SERVICE_CASE.ASSET_ID.eq(id.value())).orElse(falseCondition())
                .or(SERVICE_CASE.SITE_ID.eq(site.value()));
        return lines(database.selectFrom(SERVICE_CASE).where(same).and(STILL_OPEN).and(SERVICE_CASE.REPORTED_AT.ge(since))
                .orderBy(SERVICE_CASE.REPORTED_AT.desc(), SERVICE_CASE.ID.desc()).limit(most).fetch());
    }

    /** What these customers have open. */
    public List<Line> openOf(Collection<AccountId> accounts, int most) {
        return lines(database.selectFrom(SERVICE_CASE)
                .where(SERVICE_CASE.ACCOUNT_ID.in(accounts.stream().map(Id::value).toList())).and(STILL_OPEN)
                .orderBy(SERVICE_CASE.REPORTED_AT.desc(), SERVICE_CASE.ID.desc()).limit(most).fetch());
    }

    private SelectConditionStep<ServiceCaseRecord> after(PageRequest page, List<Condition> conditions, String order) {
        var select = database.selectFrom(SERVICE_CASE).where(conditions);
        return page.after(order, 2).map(cursor -> {
            if (order.equals("reported")) {
                return select.and(row(SERVICE_CASE.REPORTED_AT, SERVICE_CASE.ID).lt(cursor.instant(0), cursor.uuid(1)));
            }
            Field<Instant> due = cursor.text(0).equals(NO_DUE) ? NEVER : val(cursor.instant(0));
            return select.and(row(DUE, SERVICE_CASE.ID).gt(due, val(cursor.uuid(1))));
        }).orElse(select);
    }

    private List<Condition> conditions(CaseFilter filter, DataScope scope) {
        List<Condition> all = new ArrayList<>();
        insideScope(scope, filter.branch().map(CaseList::readPath), all);
        if (!filter.status().isEmpty()) {
            all.add(SERVICE_CASE.STATUS.in(filter.status().stream().map(Enum::name).toList()));
        }
        boolean openOnes = !filter.status().isEmpty() && filter.status().stream()
                .noneMatch(status -> status == CaseStatus.CLOSED || status == CaseStatus.CANCELLED);
        if (filter.order() == CaseFilter.Order.DUE || filter.overdue() || filter.atRisk() || openOnes) {
            // Few cases are open, and they have indexes of their own.
            all.add(STILL_OPEN);
        }
        if (!filter.priority().isEmpty()) {
            all.add(SERVICE_CASE.PRIORITY.in(filter.priority().stream().map(Enum::name).toList()));
        }
        filter.account().ifPresent(number -> all.add(customers.findAccountByNumber(number)
                .map(account -> SERVICE_CASE.ACCOUNT_ID.eq(account.id().value())).orElse(falseCondition())));
        filter.site().ifPresent(number -> all.add(customers.findSiteByNumber(number)
                .map(site -> SERVICE_CASE.SITE_ID.eq(site.id().value())).orElse(falseCondition())));
        filter.asset().ifPresent(serial -> all.add(assets.findBySerial(serial)
                .map(asset -> SERVICE_CASE.ASSET_ID.eq(asset.id().value())).orElse(falseCondition())));
        filter.symptom().ifPresent(symptom -> all.add(SERVICE_CASE.SYMPTOM_CODE.eq(symptom)));
        if (filter.mine()) {
            all.add(Actors.current().userId().map(user -> SERVICE_CASE.OWNER_USER_ID.eq(user.value())).orElse(falseCondition()));
        }
        filter.reportedFrom().ifPresent(from -> all.add(SERVICE_CASE.REPORTED_AT.ge(from)));
        filter.reportedTo().ifPresent(to -> all.add(SERVICE_CASE.REPORTED_AT.lt(to)));
        if (filter.overdue()) {
            all.add(DUE.lt(clock.instant()));
        }
        if (filter.atRisk()) {
            all.add(condition(SERVICE_CASE.AT_RISK));
        }
        if (filter.watched()) {
            all.add(condition(SERVICE_CASE.CRITICAL_WATCH));
        }
        filter.text().map(text -> text.strip().toUpperCase(Locale.ROOT)).filter(text -> !text.isEmpty()).ifPresent(prefix ->
                all.add(SERVICE_CASE.NUMBER.ge(prefix).and(SERVICE_CASE.NUMBER.lt(prefix + '\uffff'))));
        return all;
    }

    private void insideScope(DataScope scope, Optional<OrgPath> branch, List<Condition> all) {
        all.add(branches.within(SERVICE_CASE.BRANCH, scope, branch));
        scope.own().ifPresent(person -> all.add(SERVICE_CASE.DEDICATED_ENGINEER_ID.eq(person.value())
                .or(Actors.current().userId().map(user -> SERVICE_CASE.OWNER_USER_ID.eq(user.value())).orElse(falseCondition()))));
    }

    private static OrgPath readPath(String path) {
        try {
            return new OrgPath(path);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("cases.filter-unknown", Map.of("filter", "branch", "value", path));
        }
    }

    private List<Line> lines(List<ServiceCaseRecord> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<AccountId, AccountSummary> accounts = customers.accounts(distinct(rows, row -> new AccountId(row.getAccountId())));
        Map<SiteId, SiteSummary> sites = customers.sites(distinct(rows, row -> new SiteId(row.getSiteId())));
        Map<AssetId, AssetSummary> machines = assets.assets(distinct(rows.stream().filter(row -> row.getAssetId() != null).toList(),
                row -> new AssetId(row.getAssetId())));
        Map<UserId, PersonSummary> owners = organization.peopleOfUsers(distinct(
                rows.stream().filter(row -> row.getOwnerUserId() != null).toList(), row -> new UserId(row.getOwnerUserId())));
        Map<UUID, ClockSummary> clocks = sla.clocksOf(rows.stream().filter(row -> row.getCoverageCode() != null)
                .map(ServiceCaseRecord::getId).toList());
        Map<String, Named> names = symptoms.names();
        return rows.stream().map(row -> {
            AccountSummary account = accounts.get(new AccountId(row.getAccountId()));
            SiteSummary site = sites.get(new SiteId(row.getSiteId()));
            CaseStatus status = CaseStatus.valueOf(row.getStatus());
            return new Line(row.getNumber(), status, Priority.valueOf(row.getPriority()), Channel.valueOf(row.getChannel()),
                    row.getSubject(), row.getSymptomCode() == null ? Named.NOTHING : names.getOrDefault(row.getSymptomCode(), Named.NOTHING),
                    account == null ? new Customer("", "", "") : new Customer(account.number(), account.name(), account.tier()),
                    site == null ? new Place("", "", "") : new Place(site.number(), site.name(), site.city()),
                    Optional.ofNullable(row.getAssetId()).map(AssetId::new).map(machines::get)
                            .map(asset -> new Machine(asset.serial(), asset.modelNameZh(), asset.modelNameEn())),
                    row.getReportedAt(), Optional.ofNullable(clocks.get(row.getId())).map(CaseList::due),
                    Optional.ofNullable(row.getOwnerUserId()).map(UserId::new).map(owners::get).map(PersonSummary::name),
                    row.getAtRisk(), row.getCriticalWatch(), row.getSecondVisit(), row.getReopened(),
                    row.getCoverageCode() == null && !row.getChannel().equals("IMPORT"));
        }).toList();
    }

    private static Due due(ClockSummary clock) {
        var next = clock.status().equals("STOPPED") ? Optional.<ClockSummary.MilestoneView>empty() : clock.mostUrgent();
        return new Due(next.map(ClockSummary.MilestoneView::kind), next.flatMap(ClockSummary.MilestoneView::dueAt),
                next.flatMap(ClockSummary.MilestoneView::remainingSeconds), next.map(ClockSummary.MilestoneView::usedPercent).orElse(0),
                clock.band());
    }

    private static <T> List<T> distinct(List<ServiceCaseRecord> rows, Function<ServiceCaseRecord, T> id) {
        return rows.stream().map(id).distinct().toList();
    }
}
