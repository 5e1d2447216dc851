package org.firstfix.customer.query;

import static org.firstfix.schema.customer.Tables.ACCOUNT;
import static org.firstfix.schema.customer.Tables.CONTACT;
import static org.firstfix.schema.customer.Tables.CONTACT_NUMBER;
import static org.firstfix.schema.customer.Tables.SITE;
import static org.jooq.impl.DSL.select;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.AccountSummary;
import org.firstfix.customer.ContactId;
import org.firstfix.customer.ContactSummary;
import org.firstfix.customer.SiteId;
import org.firstfix.customer.SiteSummary;
import org.firstfix.customer.domain.PhoneNumber;
import org.firstfix.platform.id.Id;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.text.Language;
import org.firstfix.platform.work.Query;
import org.firstfix.schema.customer.tables.records.AccountRecord;
import org.firstfix.schema.customer.tables.records.ContactRecord;
import org.firstfix.schema.customer.tables.records.SiteRecord;
import org.jooq.DSLContext;

/** Customers by id, number, name or telephone, as the modules above see them. */
@Query
public class CustomerLookup {
    private static final int DEEPEST_GROUP = 10;
    private static final int MOST_SITES = 2000;
    private static final int MOST_CONTACTS = 2000;
    private static final int MOST_CALLERS = 50;

    private final DSLContext database;

    CustomerLookup(DSLContext database) {
        this.database = database;
    }

    /** @throws Problem 404 */
    public AccountSummary account(AccountId id) {
        return Optional.ofNullable(accounts(List.of(id)).get(id)).orElseThrow(() -> Problem.notFound("account", id.value()));
    }

    public Map<AccountId, AccountSummary> accounts(Collection<AccountId> ids) {
        return database.selectFrom(ACCOUNT).where(ACCOUNT.ID.in(values(ids)))
                .fetchMap(row -> new AccountId(row.getId()), CustomerLookup::account);
    }

    public Optional<AccountSummary> accountByNumber(String number) {
        return database.selectFrom(ACCOUNT).where(ACCOUNT.NUMBER.eq(number)).fetchOptional(CustomerLookup::account);
    }

    /** By its whole name; the oldest if several have it. */
    public Optional<AccountSummary> accountByName(String name) {
        return database.selectFrom(ACCOUNT).where(ACCOUNT.NAME.eq(name)).orderBy(ACCOUNT.ID).limit(1)
                .fetchOptional(CustomerLookup::account);
    }

    /** Nearest first. Reads what the scope shows; ask with the reach of the house for the whole line. */
    public List<AccountId> parentsOf(AccountId account) {
        List<AccountId> parents = new ArrayList<>();
        Optional<AccountId> next = parentOf(account);
        while (next.isPresent() && parents.size() < DEEPEST_GROUP) {
            parents.add(next.get());
            next = parentOf(next.get());
        }
        return parents;
    }

    private Optional<AccountId> parentOf(AccountId account) {
        return database.select(ACCOUNT.PARENT_ACCOUNT_ID).from(ACCOUNT)
                .where(ACCOUNT.ID.eq(account.value()), ACCOUNT.PARENT_ACCOUNT_ID.isNotNull())
                .fetchOptional(row -> new AccountId(row.value1()));
    }

    /** The account and all below it, level by level. */
    public List<AccountId> groupOf(AccountId account) {
        List<AccountId> group = new ArrayList<>(List.of(account));
        List<AccountId> level = List.of(account);
        for (int depth = 0; depth < DEEPEST_GROUP && !level.isEmpty(); depth++) {
            level = database.select(ACCOUNT.ID).from(ACCOUNT).where(ACCOUNT.PARENT_ACCOUNT_ID.in(values(level)))
                    .orderBy(ACCOUNT.ID).fetch(row -> new AccountId(row.value1()));
            group.addAll(level);
        }
        return group;
    }

    /** @throws Problem 404 */
    public SiteSummary site(SiteId id) {
        return Optional.ofNullable(sites(List.of(id)).get(id)).orElseThrow(() -> Problem.notFound("site", id.value()));
    }

    public Map<SiteId, SiteSummary> sites(Collection<SiteId> ids) {
        return database.selectFrom(SITE).where(SITE.ID.in(values(ids)))
                .fetchMap(row -> new SiteId(row.getId()), CustomerLookup::site);
    }

    public List<SiteSummary> sitesOf(AccountId account) {
        return database.selectFrom(SITE).where(SITE.ACCOUNT_ID.eq(account.value())).orderBy(SITE.NUMBER).limit(MOST_SITES)
                .fetch(CustomerLookup::site);
    }

    public Optional<SiteSummary> siteByNumber(String number) {
        return database.selectFrom(SITE).where(SITE.NUMBER.eq(number)).fetchOptional(CustomerLookup::site);
    }

    /** @throws Problem 404 */
    public ContactSummary contact(ContactId id) {
        return Optional.ofNullable(contacts(List.of(id)).get(id)).orElseThrow(() -> Problem.notFound("contact", id.value()));
    }

    public Map<ContactId, ContactSummary> contacts(Collection<ContactId> ids) {
        return database.selectFrom(CONTACT).where(CONTACT.ID.in(values(ids)))
                .fetchMap(row -> new ContactId(row.getId()), CustomerLookup::contact);
    }

    /** Those who are still there, by name. */
    public List<ContactSummary> contactsOf(AccountId account) {
        return database.selectFrom(CONTACT).where(CONTACT.ACCOUNT_ID.eq(account.value()), CONTACT.ACTIVE.isTrue())
                .orderBy(CONTACT.SORT_KEY, CONTACT.ID).limit(MOST_CONTACTS).fetch(CustomerLookup::contact);
    }

    public List<ContactSummary> contactsByPhone(String written) {
        return PhoneNumber.parse(written).map(number -> database.selectFrom(CONTACT)
                .where(CONTACT.ACTIVE.isTrue(), CONTACT.ID.in(select(CONTACT_NUMBER.CONTACT_ID).from(CONTACT_NUMBER)
                        .where(CONTACT_NUMBER.DIGITS.eq(number.digits()))))
                .orderBy(CONTACT.SORT_KEY, CONTACT.ID).limit(MOST_CALLERS).fetch(CustomerLookup::contact))
                .map(found -> (List<ContactSummary>) found).orElse(List.of());
    }

    public Map<String, List<ContactSummary>> contactsByPhones(Collection<String> written) {
        Map<String, List<String>> asked = new HashMap<>();
        written.stream().distinct().forEach(text -> PhoneNumber.parse(text).ifPresent(number ->
                asked.computeIfAbsent(number.digits(), digits -> new ArrayList<>()).add(text)));
        Map<String, List<ContactSummary>> found = new HashMap<>();
        database.select(CONTACT_NUMBER.DIGITS, CONTACT).from(CONTACT_NUMBER).join(CONTACT).on(CONTACT.ID.eq(CONTACT_NUMBER.CONTACT_ID))
                .where(CONTACT_NUMBER.DIGITS.in(asked.keySet()), CONTACT.ACTIVE.isTrue())
                .orderBy(CONTACT.SORT_KEY, CONTACT.ID).limit(MOST_CALLERS * Math.max(1, asked.size()))
                .forEach(row -> asked.get(row.value1()).forEach(text ->
                        found.computeIfAbsent(text, number -> new ArrayList<>()).add(contact(row.value2()))));
        return found;
    }

    private static List<UUID> values(Collection<? extends Id> ids) {
        return ids.stream().map(Id::value).distinct().toList();
    }

    private static AccountSummary account(AccountRecord row) {
        return new AccountSummary(new AccountId(row.getId()), row.getNumber(), row.getName(), row.getShortName(),
                row.getTier(), Language.of(row.getLanguage()), row.getOverdue(), new OrgPath(row.getOrgPath()));
    }

    private static SiteSummary site(SiteRecord row) {
        return new SiteSummary(new SiteId(row.getId()), row.getNumber(), new AccountId(row.getAccountId()), row.getName(),
                row.getAddress(), row.getCity(), row.getDistrict(), ZoneId.of(row.getZone()),
                Optional.ofNullable(row.getLatitude()), Optional.ofNullable(row.getLongitude()), row.getAccessNotes(),
                new OrgPath(row.getOrgPath()));
    }

    private static ContactSummary contact(ContactRecord row) {
        return new ContactSummary(new ContactId(row.getId()), new AccountId(row.getAccountId()),
                Optional.ofNullable(row.getSiteId()).map(SiteId::new), row.getName(), row.getJobTitle(), row.getPosition(),
                row.getPhone(), row.getMobile(), row.getEmail(), row.getPreferredChannel(), Language.of(row.getLanguage()));
    }
}
