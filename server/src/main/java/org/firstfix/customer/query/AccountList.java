package org.firstfix.customer.query;

import static org.firstfix.schema.customer.Tables.ACCOUNT;
import static org.firstfix.schema.customer.Tables.INTERACTION;
import static org.firstfix.schema.customer.Tables.PROMISE;
import static org.firstfix.schema.customer.Tables.SITE;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.val;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.domain.AccountTier;
import org.firstfix.organization.OrgUnitSummary;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.platform.paging.Cursor;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.scope.BranchFilter;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.search.Search;
import org.firstfix.platform.work.Query;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Customers by name; Chinese names in the order of their pinyin. */
@Query
public class AccountList {
    private static final String ORDER = "account-name";

    private final DSLContext database;
    private final BranchFilter branches;
    private final Search search;
    private final OrganizationApi organization;
    private final Clock clock;

    AccountList(DSLContext database, BranchFilter branches, Search search, OrganizationApi organization, Clock clock) {
        this.database = database;
        this.branches = branches;
        this.search = search;
        this.organization = organization;
        this.clock = clock;
    }

    /**
     * @param text beginning of name, short name or number, pinyin initials, end of the number; empty for all
     * @param orgUnit code of a unit: what it and the units below it own
     */
    public record Filter(String text, Optional<AccountTier> tier, Optional<String> orgUnit, Optional<Boolean> overdue,
            Optional<Boolean> active) {
        public static Filter none() {
            return new Filter("", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /** @param lastContactAt the latest contact on any channel */
    public record AccountRow(AccountId id, String number, String name, String shortName, AccountTier tier, String industry,
            boolean overdue, boolean active, String orgUnitCode, String orgUnitNameZh, String orgUnitNameEn, int sites,
            int openPromises, int overduePromises, @Nullable Instant lastContactAt) {}

    public Page<AccountRow> show(DataScope scope, Filter filter, PageRequest page) {
        List<Condition> conditions = new ArrayList<>();
        conditions.add(search.matches(ACCOUNT.ID, "account", filter.text()));
        filter.tier().ifPresent(tier -> conditions.add(ACCOUNT.TIER.eq(tier.name())));
        filter.overdue().ifPresent(overdue -> conditions.add(ACCOUNT.OVERDUE.eq(overdue)));
        filter.active().ifPresent(active -> conditions.add(ACCOUNT.ACTIVE.eq(active)));
        Optional<OrgPath> place = Optional.empty();
        if (filter.orgUnit().isPresent()) {
            Optional<OrgUnitSummary> unit = filter.orgUnit().flatMap(organization::findUnitByCode);
            if (unit.isEmpty()) {
                return new Page<>(List.of(), null);
            }
            place = unit.map(OrgUnitSummary::path);
        }
        conditions.add(branches.within(ACCOUNT.BRANCH, scope, place));
        page.after(ORDER, 2).ifPresent(cursor -> conditions.add(
                row(ACCOUNT.SORT_KEY, ACCOUNT.ID).gt(row(val(cursor.text(0)), val(cursor.uuid(1))))));
        var sites = field(selectCount().from(SITE).where(SITE.ACCOUNT_ID.eq(ACCOUNT.ID), SITE.ACTIVE.isTrue()));
        var open = field(selectCount().from(PROMISE).where(PROMISE.ACCOUNT_ID.eq(ACCOUNT.ID), PROMISE.STATUS.eq("OPEN")));
        var overdue = field(selectCount().from(PROMISE).where(PROMISE.ACCOUNT_ID.eq(ACCOUNT.ID), PROMISE.STATUS.eq("OPEN"),
                PROMISE.DUE_AT.lt(clock.instant())));
        var lastContact = field(select(max(INTERACTION.OCCURRED_AT)).from(INTERACTION).where(INTERACTION.ACCOUNT_ID.eq(ACCOUNT.ID)));
        UnitNames units = new UnitNames(organization);
        record Keyed(String sortKey, AccountRow row) {}
        List<Keyed> rows = database.select(ACCOUNT.asterisk(), sites, open, overdue, lastContact).from(ACCOUNT)
                .where(conditions).orderBy(ACCOUNT.SORT_KEY, ACCOUNT.ID).limit(page.limit() + 1)
                .fetch(account -> new Keyed(account.get(ACCOUNT.SORT_KEY), new AccountRow(new AccountId(account.get(ACCOUNT.ID)),
                        account.get(ACCOUNT.NUMBER), account.get(ACCOUNT.NAME), account.get(ACCOUNT.SHORT_NAME),
                        AccountTier.valueOf(account.get(ACCOUNT.TIER)), account.get(ACCOUNT.INDUSTRY), account.get(ACCOUNT.OVERDUE),
                        account.get(ACCOUNT.ACTIVE), units.code(account.get(ACCOUNT.ORG_PATH)),
                        units.nameZh(account.get(ACCOUNT.ORG_PATH)), units.nameEn(account.get(ACCOUNT.ORG_PATH)),
                        account.get(sites), account.get(open), account.get(overdue), account.get(lastContact))));
        return Page.of(rows, page.limit(), last -> Cursor.after(ORDER, last.sortKey(), last.row().id().value())).map(Keyed::row);
    }
}
