package org.firstfix.customer.storage;

import static org.firstfix.schema.customer.Tables.CONTACT;
import static org.firstfix.schema.customer.Tables.CONTACT_NUMBER;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.ContactId;
import org.firstfix.customer.SiteId;
import org.firstfix.customer.domain.Contact;
import org.firstfix.customer.domain.ContactPosition;
import org.firstfix.customer.domain.Contacts;
import org.firstfix.customer.domain.PhoneNumber;
import org.firstfix.customer.domain.PreferredChannel;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.search.Pinyin;
import org.firstfix.schema.customer.tables.records.ContactRecord;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

@Component
class JooqContacts implements Contacts {
    private static final int DEEPEST_LINE = 50;

    private final DSLContext database;

    JooqContacts(DSLContext database) {
        this.database = database;
    }

    @Override
    public Contact add(AccountId account, Contact.Facts facts) {
        ContactRecord row = database.newRecord(CONTACT);
        row.setAccountId(account.value());
        write(facts, row);
        row.store();
        row.refresh();
        writeNumbers(row.getId(), facts);
        return read(row);
    }

    @Override
    public Optional<Contact> find(ContactId id) {
        return database.selectFrom(CONTACT).where(CONTACT.ID.eq(id.value())).fetchOptional(JooqContacts::read);
    }

    @Override
    public Optional<Contact> findForChange(ContactId id) {
        return database.selectFrom(CONTACT).where(CONTACT.ID.eq(id.value())).forNoKeyUpdate()
                .fetchOptional(JooqContacts::read);
    }

    @Override
    public void save(Contact changed) {
        UUID id = changed.id().value();
        ContactRecord row = database.newRecord(CONTACT);
        write(changed.facts(), row);
        row.setVersion(changed.version());
        database.update(CONTACT).set(row).where(CONTACT.ID.eq(id)).execute();
        database.deleteFrom(CONTACT_NUMBER).where(CONTACT_NUMBER.CONTACT_ID.eq(id)).execute();
        writeNumbers(id, changed.facts());
    }

    @Override
    public List<ContactId> lineOf(ContactId contact) {
        Table<?> line = DSL.table(name("line"));
        var id = DSL.field(name("line", "id"), UUID.class);
        var superior = DSL.field(name("line", "reports_to"), UUID.class);
        var depth = DSL.field(name("line", "depth"), Integer.class);
        return database.withRecursive("line", "id", "reports_to", "depth")
                .as(select(CONTACT.ID, CONTACT.REPORTS_TO, DSL.inline(0)).from(CONTACT)
                        .where(CONTACT.ID.eq(contact.value()))
                        .unionAll(select(CONTACT.ID, CONTACT.REPORTS_TO, depth.plus(1)).from(CONTACT)
                                .join(line).on(CONTACT.ID.eq(superior)).where(depth.lt(DEEPEST_LINE))))
                .select(id).from(line).orderBy(depth)
                .fetch(row -> new ContactId(row.value1()));
    }

    @Override
    public void lockOrganisationOf(AccountId account) {
        database.selectOne().from("pg_advisory_xact_lock({0})", DSL.val(account.value().getMostSignificantBits()
                ^ account.value().getLeastSignificantBits())).execute();
    }

    private void writeNumbers(UUID contact, Contact.Facts facts) {
        Set<String> digits = new LinkedHashSet<>(PhoneNumber.digitsIn(facts.phone()));
        digits.addAll(PhoneNumber.digitsIn(facts.mobile()));
        digits.forEach(number -> database.insertInto(CONTACT_NUMBER)
                .set(CONTACT_NUMBER.CONTACT_ID, contact).set(CONTACT_NUMBER.DIGITS, number).execute());
    }

    private static void write(Contact.Facts facts, ContactRecord row) {
        row.setSiteId(facts.siteId().map(SiteId::value).orElse(null));
        row.setName(facts.name());
        row.setSortKey(Pinyin.sortKey(facts.name()));
        row.setJobTitle(facts.jobTitle());
        row.setPosition(facts.position().name());
        row.setDecides(facts.decides());
        row.setReportsTo(facts.reportsTo().map(ContactId::value).orElse(null));
        row.setPhone(facts.phone());
        row.setMobile(facts.mobile());
        row.setEmail(facts.email());
        row.setPreferredChannel(facts.preferredChannel().name());
        row.setLanguage(facts.language());
        row.setInterests(facts.interests());
        row.setActive(facts.active());
        row.setOrgPath(facts.orgPath().value());
    }

    private static Contact read(ContactRecord row) {
        return new Contact(new ContactId(row.getId()), new AccountId(row.getAccountId()),
                new Contact.Facts(Optional.ofNullable(row.getSiteId()).map(SiteId::new), row.getName(), row.getJobTitle(),
                        ContactPosition.valueOf(row.getPosition()), row.getDecides(),
                        Optional.ofNullable(row.getReportsTo()).map(ContactId::new), row.getPhone(), row.getMobile(),
                        row.getEmail(), PreferredChannel.valueOf(row.getPreferredChannel()), row.getLanguage(),
                        row.getInterests(), row.getActive(), new OrgPath(row.getOrgPath())),
                row.getVersion());
    }
}
