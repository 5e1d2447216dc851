package org.firstfix.asset.query;

import static org.firstfix.schema.asset.Tables.ASSET_;
import static org.firstfix.schema.asset.Tables.PRODUCT_MODEL;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.asset.AssetId;
import org.firstfix.asset.Importance;
import org.firstfix.asset.domain.LifeCycleStage;
import org.firstfix.asset.domain.Warranty;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.AccountSummary;
import org.firstfix.customer.CustomerApi;
import org.firstfix.customer.SiteId;
import org.firstfix.customer.SiteSummary;
import org.firstfix.platform.paging.Cursor;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.scope.BranchFilter;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.search.Search;
import org.firstfix.platform.work.Query;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The installed base by number. */
@Query
public class AssetList {
    private static final String ORDER = "asset-number";

    private final DSLContext database;
    private final BranchFilter branches;
    private final Search search;
    private final CustomerApi customers;
    private final Clock clock;

    AssetList(DSLContext database, BranchFilter branches, Search search, CustomerApi customers, Clock clock) {
        this.database = database;
        this.branches = branches;
        this.search = search;
        this.customers = customers;
        this.clock = clock;
    }

    /**
     * @param text last digits of the serial or number, beginning of model, family, name or location; empty for all
     * @param warrantyEndingBefore machines whose warranty ends or ended before that day
     */
    public record Filter(String text, Optional<String> accountNumber, Optional<String> siteNumber, Optional<String> model,
            Optional<String> family, Optional<Importance> importance, Optional<LifeCycleStage> stage,
            Optional<LocalDate> warrantyEndingBefore) {
        public static Filter none() {
            return new Filter("", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                    Optional.empty(), Optional.empty());
        }
    }

    /** @param accountNumber the owner; nothing where another branch owns the account */
    public record AssetRow(AssetId id, String number, String serial, String modelCode, String family, String modelNameZh,
            String modelNameEn, @Nullable String accountNumber, @Nullable String accountName, @Nullable String siteNumber,
            @Nullable String siteName, Importance importance, String usedFor, String location, String firmware, String operatingSystem,
            LifeCycleStage lifeCycleStage, @Nullable LocalDate warrantyEnd, Warranty.State warranty) {}

    public Page<AssetRow> show(DataScope scope, Filter filter, PageRequest page) {
        List<Condition> conditions = new ArrayList<>();
        conditions.add(branches.within(ASSET_.BRANCH, scope));
        conditions.add(search.matches(ASSET_.ID, "asset", filter.text()));
        if (filter.accountNumber().isPresent()) {
            Optional<AccountSummary> account = filter.accountNumber().flatMap(customers::findAccountByNumber);
            if (account.isEmpty()) {
                return new Page<>(List.of(), null);
            }
            conditions.add(ASSET_.ACCOUNT_ID.eq(account.get().id().value()));
        }
        if (filter.siteNumber().isPresent()) {
            Optional<SiteSummary> site = filter.siteNumber().flatMap(customers::findSiteByNumber);
            if (site.isEmpty()) {
                return new Page<>(List.of(), null);
            }
            conditions.add(ASSET_.SITE_ID.eq(site.get().id().value()));
        }
        filter.model().ifPresent(model -> conditions.add(ASSET_.MODEL_CODE.eq(model)));
        // Asked before, so that the plan is made for these models: how many machines there are of each is known.
        filter.family().ifPresent(family -> conditions.add(ASSET_.MODEL_CODE.in(
                database.select(PRODUCT_MODEL.CODE).from(PRODUCT_MODEL).where(PRODUCT_MODEL.FAMILY.eq(family)).fetch(PRODUCT_MODEL.CODE))));
        filter.importance().ifPresent(importance -> conditions.add(ASSET_.IMPORTANCE.eq(importance.name())));
        filter.stage().ifPresent(stage -> conditions.add(ASSET_.LIFE_CYCLE_STAGE.eq(stage.name())));
        filter.warrantyEndingBefore().ifPresent(day -> conditions.add(ASSET_.WARRANTY_END.lt(day)));
        page.after(ORDER, 1).ifPresent(cursor -> conditions.add(ASSET_.NUMBER.gt(cursor.text(0))));
        return Page.of(rows(conditions, page.limit() + 1), page.limit(), last -> Cursor.after(ORDER, last.number()));
    }

    private List<AssetRow> rows(List<Condition> conditions, int limit) {
        List<? extends Record> rows = database.select(ASSET_.asterisk(), PRODUCT_MODEL.FAMILY, PRODUCT_MODEL.NAME_ZH, PRODUCT_MODEL.NAME_EN)
                .from(ASSET_).join(PRODUCT_MODEL).on(PRODUCT_MODEL.CODE.eq(ASSET_.MODEL_CODE))
                .where(conditions).orderBy(ASSET_.NUMBER).limit(limit).fetch();
        Map<AccountId, AccountSummary> accounts = customers.accounts(
                rows.stream().map(row -> new AccountId(row.get(ASSET_.ACCOUNT_ID))).distinct().toList());
        Map<SiteId, SiteSummary> sites = customers.sites(rows.stream().map(row -> new SiteId(row.get(ASSET_.SITE_ID))).distinct().toList());
        return rows.stream().map(row -> row(row, Optional.ofNullable(accounts.get(new AccountId(row.get(ASSET_.ACCOUNT_ID)))),
                Optional.ofNullable(sites.get(new SiteId(row.get(ASSET_.SITE_ID)))))).toList();
    }

    private AssetRow row(Record row, Optional<AccountSummary> account, Optional<SiteSummary> site) {
        ZoneId zone = site.map(SiteSummary::zone).orElse(clock.getZone());
        Warranty warranty = new Warranty(Optional.ofNullable(row.get(ASSET_.WARRANTY_START)), Optional.ofNullable(row.get(ASSET_.WARRANTY_END)));
        return new AssetRow(new AssetId(row.get(ASSET_.ID)), row.get(ASSET_.NUMBER), row.get(ASSET_.SERIAL), row.get(ASSET_.MODEL_CODE),
                row.get(PRODUCT_MODEL.FAMILY), row.get(PRODUCT_MODEL.NAME_ZH), row.get(PRODUCT_MODEL.NAME_EN),
                account.map(AccountSummary::number).orElse(null), account.map(AccountSummary::name).orElse(null),
                site.map(SiteSummary::number).orElse(null), site.map(SiteSummary::name).orElse(null),
                Importance.valueOf(row.get(ASSET_.IMPORTANCE)), row.get(ASSET_.USED_FOR), row.get(ASSET_.LOCATION),
                row.get(ASSET_.FIRMWARE), row.get(ASSET_.OPERATING_SYSTEM), LifeCycleStage.valueOf(row.get(ASSET_.LIFE_CYCLE_STAGE)),
                row.get(ASSET_.WARRANTY_END), warranty.on(clock.instant().atZone(zone).toLocalDate()));
    }
}
