package org.firstfix.customer.query;

import static org.firstfix.schema.customer.Tables.ACCOUNT;
import static org.firstfix.schema.customer.Tables.CONTACT;
import static org.firstfix.schema.customer.Tables.SITE;

import java.util.List;
import java.util.Optional;
import org.firstfix.customer.SiteId;
import org.firstfix.organization.OrgUnitId;
import org.firstfix.organization.OrgUnitSummary;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Query;
import org.firstfix.schema.customer.tables.records.AccountRecord;
import org.firstfix.schema.customer.tables.records.SiteRecord;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** One site at a glance. */
@Query
public class SiteFile {
    private final DSLContext database;
    private final OrganizationApi organization;

    SiteFile(DSLContext database, OrganizationApi organization) {
        this.database = database;
        this.organization = organization;
    }

    /**
     * @param accountNumber the account and what is said of it; nothing where another branch owns it
     * @param actions change, register-contact
     */
    public record SiteView(SiteId id, String number, String name, String address, String city, String district, String zone,
            @Nullable Double latitude, @Nullable Double longitude, String accessNotes, boolean active, String orgUnitCode,
            String orgUnitNameZh, String orgUnitNameEn, @Nullable String accountNumber, @Nullable String accountName,
            @Nullable String accountTier, boolean accountOverdue, int contacts, int version, List<String> actions) {}

    /** @throws Problem 404 */
    public SiteView show(String number) {
        SiteRecord site = database.selectFrom(SITE).where(SITE.NUMBER.eq(number)).fetchOptional()
                .orElseThrow(() -> Problem.notFound("site", number));
        Optional<AccountRecord> account = database.selectFrom(ACCOUNT).where(ACCOUNT.ID.eq(site.getAccountId())).fetchOptional();
        OrgUnitSummary unit = organization.unit(new OrgUnitId(site.getOrgUnitId()));
        return new SiteView(new SiteId(site.getId()), site.getNumber(), site.getName(), site.getAddress(), site.getCity(),
                site.getDistrict(), site.getZone(), site.getLatitude(), site.getLongitude(), site.getAccessNotes(),
                site.getActive(), unit.code(), unit.nameZh(), unit.nameEn(), account.map(AccountRecord::getNumber).orElse(null),
                account.map(AccountRecord::getName).orElse(null), account.map(AccountRecord::getTier).orElse(null),
                account.map(AccountRecord::getOverdue).orElse(false),
                database.fetchCount(CONTACT, CONTACT.SITE_ID.eq(site.getId()).and(CONTACT.ACTIVE.isTrue())), site.getVersion(),
                Actors.current().may("customer.maintain") ? List.of("change", "register-contact") : List.of());
    }
}
