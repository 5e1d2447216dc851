package org.firstfix.customer.storage;

import static org.firstfix.schema.customer.Sequences.SITE_NUMBER;
import static org.firstfix.schema.customer.Tables.CONTACT;
import static org.firstfix.schema.customer.Tables.SITE;

import java.util.Optional;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.SiteId;
import org.firstfix.customer.domain.Site;
import org.firstfix.customer.domain.Sites;
import org.firstfix.organization.OrgUnitId;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.schema.customer.tables.records.SiteRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

@Component
class JooqSites implements Sites {
    private final DSLContext database;

    JooqSites(DSLContext database) {
        this.database = database;
    }

    @Override
    public Site add(AccountId account, Site.Facts facts) {
        SiteRecord row = database.newRecord(SITE);
        row.setNumber("SI-%06d".formatted(database.nextval(SITE_NUMBER)));
        row.setAccountId(account.value());
        write(facts, row);
        row.store();
        row.refresh();
        return read(row);
    }

    @Override
    public Optional<Site> findByNumber(String number) {
        return database.selectFrom(SITE).where(SITE.NUMBER.eq(number)).fetchOptional(JooqSites::read);
    }

    @Override
    public Optional<Site> findForChange(String number) {
        return database.selectFrom(SITE).where(SITE.NUMBER.eq(number)).forNoKeyUpdate().fetchOptional(JooqSites::read);
    }

    @Override
    public void save(Site changed) {
        SiteRecord row = database.newRecord(SITE);
        write(changed.facts(), row);
        row.setVersion(changed.version());
        database.update(SITE).set(row).where(SITE.ID.eq(changed.id().value())).execute();
        String path = changed.facts().orgPath().value();
        database.update(CONTACT).set(CONTACT.ORG_PATH, path)
                .where(CONTACT.SITE_ID.eq(changed.id().value()), CONTACT.ORG_PATH.ne(path)).execute();
    }

    private static void write(Site.Facts facts, SiteRecord row) {
        row.setName(facts.name());
        row.setAddress(facts.address());
        row.setCity(facts.city());
        row.setDistrict(facts.district());
        row.setZone(facts.zone());
        row.setLatitude(facts.latitude().orElse(null));
        row.setLongitude(facts.longitude().orElse(null));
        row.setAccessNotes(facts.accessNotes());
        row.setActive(facts.active());
        row.setOrgUnitId(facts.orgUnitId().value());
        row.setOrgPath(facts.orgPath().value());
    }

    private static Site read(SiteRecord row) {
        return new Site(new SiteId(row.getId()), row.getNumber(), new AccountId(row.getAccountId()),
                new Site.Facts(row.getName(), row.getAddress(), row.getCity(), row.getDistrict(), row.getZone(),
                        Optional.ofNullable(row.getLatitude()), Optional.ofNullable(row.getLongitude()),
                        row.getAccessNotes(), row.getActive(), new OrgUnitId(row.getOrgUnitId()),
                        new OrgPath(row.getOrgPath())),
                row.getVersion());
    }
}
