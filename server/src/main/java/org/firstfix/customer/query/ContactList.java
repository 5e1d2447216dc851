package org.firstfix.customer.query;

import static org.firstfix.schema.customer.Tables.ACCOUNT;
import static org.firstfix.schema.customer.Tables.CONTACT;
import static org.firstfix.schema.customer.Tables.CONTACT_NUMBER;
import static org.firstfix.schema.customer.Tables.SITE;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.firstfix.customer.ContactId;
import org.firstfix.customer.domain.ContactPosition;
import org.firstfix.customer.domain.PhoneNumber;
import org.firstfix.customer.domain.PreferredChannel;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.paging.Cursor;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.BranchFilter;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.search.Search;
import org.firstfix.platform.work.Query;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Contacts by name, with their place in the customer's organisation. */
@Query
public class ContactList {
    private static final String ORDER = "contact-name";
    private static final org.firstfix.schema.customer.tables.Contact SUPERIOR = CONTACT.as("superior");

    private final DSLContext database;
    private final BranchFilter branches;
    private final Search search;

    ContactList(DSLContext database, BranchFilter branches, Search search) {
        this.database = database;
        this.branches = branches;
        this.search = search;
    }

    /**
     * @param text beginning of the name, pinyin initials, last digits of a number; empty for all
     * @param phone a telephone number, written in any way
     */
    public record Filter(String text, Optional<String> accountNumber, Optional<String> siteNumber, Optional<String> phone,
            Optional<Boolean> active) {
        public static Filter none() {
            return new Filter("", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /**
     * @param reportsTo the superior; a tree of the customer's organisation is made of these
     * @param actions change
     */
    public record ContactView(ContactId id, @Nullable String accountNumber, @Nullable String accountName, @Nullable String siteNumber,
            @Nullable String siteName, String name, String jobTitle, ContactPosition position, String decides,
            @Nullable ContactId reportsTo, @Nullable String reportsToName, String phone, String mobile, String email,
            PreferredChannel preferredChannel, String language, String interests, boolean active, int version,
            List<String> actions) {}

    public Page<ContactView> show(DataScope scope, Filter filter, PageRequest page) {
        List<Condition> conditions = new ArrayList<>();
        conditions.add(branches.within(CONTACT.BRANCH, scope));
        conditions.add(search.matches(CONTACT.ID, "contact", filter.text()));
        filter.accountNumber().ifPresent(number -> conditions.add(ACCOUNT.NUMBER.eq(number)));
        filter.siteNumber().ifPresent(number -> conditions.add(SITE.NUMBER.eq(number)));
        filter.active().ifPresent(active -> conditions.add(CONTACT.ACTIVE.eq(active)));
        filter.phone().ifPresent(phone -> conditions.add(PhoneNumber.parse(phone).map(number -> CONTACT.ID.in(
                select(CONTACT_NUMBER.CONTACT_ID).from(CONTACT_NUMBER).where(CONTACT_NUMBER.DIGITS.eq(number.digits()))))
                .orElse(falseCondition())));
        page.after(ORDER, 2).ifPresent(cursor -> conditions.add(
                row(CONTACT.SORT_KEY, CONTACT.ID).gt(row(val(cursor.text(0)), val(cursor.uuid(1))))));
        List<Keyed> rows = rows(conditions, page.limit() + 1);
        return Page.of(rows, page.limit(), last -> Cursor.after(ORDER, last.sortKey(), last.contact().id().value())).map(Keyed::contact);
    }

    /** @throws Problem 404 */
    public ContactView one(ContactId id) {
        return rows(List.of(CONTACT.ID.eq(id.value())), 1).stream().findFirst().map(Keyed::contact)
                .orElseThrow(() -> Problem.notFound("contact", id.value()));
    }

    private record Keyed(String sortKey, ContactView contact) {}

    private List<Keyed> rows(Collection<Condition> conditions, int limit) {
        List<String> actions = Actors.current().may("customer.maintain") ? List.of("change") : List.of();
        return database.select(CONTACT.asterisk(), ACCOUNT.NUMBER.as("account_number"), ACCOUNT.NAME.as("account_name"),
                        SITE.NUMBER.as("site_number"), SITE.NAME.as("site_name"), SUPERIOR.NAME.as("superior_name"))
                .from(CONTACT).leftJoin(ACCOUNT).on(ACCOUNT.ID.eq(CONTACT.ACCOUNT_ID))
                .leftJoin(SITE).on(SITE.ID.eq(CONTACT.SITE_ID)).leftJoin(SUPERIOR).on(SUPERIOR.ID.eq(CONTACT.REPORTS_TO))
                .where(conditions).orderBy(CONTACT.SORT_KEY, CONTACT.ID).limit(limit)
                .fetch(contact -> new Keyed(contact.get(CONTACT.SORT_KEY), view(contact, actions)));
    }

    private static ContactView view(Record contact, List<String> actions) {
        return new ContactView(new ContactId(contact.get(CONTACT.ID)), contact.get("account_number", String.class),
                contact.get("account_name", String.class), contact.get("site_number", String.class),
                contact.get("site_name", String.class), contact.get(CONTACT.NAME), contact.get(CONTACT.JOB_TITLE),
                ContactPosition.valueOf(contact.get(CONTACT.POSITION)), contact.get(CONTACT.DECIDES),
                Optional.ofNullable(contact.get(CONTACT.REPORTS_TO)).map(ContactId::new).orElse(null),
                contact.get("superior_name", String.class), contact.get(CONTACT.PHONE), contact.get(CONTACT.MOBILE),
                contact.get(CONTACT.EMAIL), PreferredChannel.valueOf(contact.get(CONTACT.PREFERRED_CHANNEL)),
                contact.get(CONTACT.LANGUAGE), contact.get(CONTACT.INTERESTS), contact.get(CONTACT.ACTIVE),
                contact.get(CONTACT.VERSION), actions);
    }
}
