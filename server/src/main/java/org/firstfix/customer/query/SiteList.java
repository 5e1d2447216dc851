package org.firstfix.customer.query;

import static org.firstfix.schema.customer.Tables.ACCOUNT;
import static org.firstfix.schema.customer.Tables.CONTACT;
import static org.firstfix.schema.customer.Tables.SITE;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.selectCount;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.firstfix.customer.SiteId;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.platform.paging.Cursor;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.scope.BranchFilter;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.search.Search;
import org.firstfix.platform.work.Query;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Sites by number. */
@Query
public class SiteList {
    private static final String ORDER = "site-number";

    private final DSLContext database;
    private final BranchFilter branches;
    private final Search search;
    private final OrganizationApi organization;

    SiteList(DSLContext database, BranchFilter branches, Search search, OrganizationApi organization) {
        this.database = database;
        this.branches = branches;
        this.search = search;
        this.organization = organization;
    }

    /** @param text beginning of name, number or address, pinyin initials; empty for all */
    public record Filter(String text, Optional<String> accountNumber, Optional<String> city, Optional<Boolean> active) {
        public static Filter none() {
            return new Filter("", Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /** The account's number and name are missing where another branch owns the account. */
    public record SiteRow(SiteId id, String number, String name, String address, String city, String district, String zone,
            boolean active, @Nullable String accountNumber, @Nullable String accountName, String orgUnitCode,
            String orgUnitNameZh, String orgUnitNameEn, int contacts) {}

    public Page<SiteRow> show(DataScope scope, Filter filter, PageRequest page) {
        List<Condition> conditions = new ArrayList<>();
        conditions.add(branches.within(SITE.BRANCH, scope));
        conditions.add(search.matches(SITE.ID, "site", filter.text()));
        filter.accountNumber().ifPresent(number -> conditions.add(ACCOUNT.NUMBER.eq(number)));
        filter.city().ifPresent(city -> conditions.add(SITE.CITY.eq(city)));
        filter.active().ifPresent(active -> conditions.add(SITE.ACTIVE.eq(active)));
        page.after(ORDER, 1).ifPresent(cursor -> conditions.add(SITE.NUMBER.gt(cursor.text(0))));
        var contacts = field(selectCount().from(CONTACT).where(CONTACT.SITE_ID.eq(SITE.ID), CONTACT.ACTIVE.isTrue()));
        UnitNames units = new UnitNames(organization);
        return Page.of(database.select(SITE.asterisk(), ACCOUNT.NUMBER.as("account_number"), ACCOUNT.NAME.as("account_name"), contacts)
                .from(SITE).leftJoin(ACCOUNT).on(ACCOUNT.ID.eq(SITE.ACCOUNT_ID))
                .where(conditions).orderBy(SITE.NUMBER).limit(page.limit() + 1)
                .fetch(site -> new SiteRow(new SiteId(site.get(SITE.ID)), site.get(SITE.NUMBER), site.get(SITE.NAME),
                        site.get(SITE.ADDRESS), site.get(SITE.CITY), site.get(SITE.DISTRICT), site.get(SITE.ZONE),
                        site.get(SITE.ACTIVE), site.get("account_number", String.class), site.get("account_name", String.class),
                        units.code(site.get(SITE.ORG_PATH)), units.nameZh(site.get(SITE.ORG_PATH)),
                        units.nameEn(site.get(SITE.ORG_PATH)), site.get(contacts))),
                page.limit(), last -> Cursor.after(ORDER, last.number()));
    }
}
