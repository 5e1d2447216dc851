package org.firstfix.customer.query;

import static org.firstfix.schema.customer.Tables.ACCOUNT;
import static org.firstfix.schema.customer.Tables.CONTACT;
import static org.firstfix.schema.customer.Tables.PROMISE;
import static org.firstfix.schema.customer.Tables.SITE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.firstfix.customer.AccountId;
import org.firstfix.platform.journal.DomainEvent.Subject;
import org.firstfix.platform.journal.FieldChange;
import org.firstfix.platform.journal.History;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Query;
import org.jooq.DSLContext;
import tools.jackson.databind.JsonNode;

/** Who changed what of a customer, its sites and its people, when and why: read from the journal. */
@Query
public class CustomerHistory {
    private static final int MOST_SUBJECTS = 2000;
    /** Fields whose values are ids: people see the name instead. */
    private static final Set<String> REFERENCES = Set.of("parent", "debtor", "site", "reportsTo");

    private final DSLContext database;
    private final History history;
    private final CustomerLookup customers;

    CustomerHistory(DSLContext database, History history, CustomerLookup customers) {
        this.database = database;
        this.history = history;
        this.customers = customers;
    }

    /**
     * @param event what happened, such as AccountChanged
     * @param about the name of the thing it happened to
     */
    public record HistoryEntry(long position, String event, String about, Instant occurredAt, Instant recordedAt, String actorName,
            String reason, List<FieldChange> changes) {}

    /** @throws Problem 404 if there is no such account */
    public Page<HistoryEntry> ofAccount(String number, PageRequest page) {
        AccountId account = customers.accountByNumber(number).orElseThrow(() -> Problem.notFound("account", number)).id();
        List<Subject> subjects = new ArrayList<>();
        subjects.add(new Subject("account", account.value().toString()));
        subjects(subjects, "site", database.select(SITE.ID).from(SITE).where(SITE.ACCOUNT_ID.eq(account.value()))
                .limit(MOST_SUBJECTS).fetch(SITE.ID));
        subjects(subjects, "contact", database.select(CONTACT.ID).from(CONTACT).where(CONTACT.ACCOUNT_ID.eq(account.value()))
                .limit(MOST_SUBJECTS).fetch(CONTACT.ID));
        subjects(subjects, "promise", database.select(PROMISE.ID).from(PROMISE).where(PROMISE.ACCOUNT_ID.eq(account.value()))
                .limit(MOST_SUBJECTS).fetch(PROMISE.ID));
        return show(subjects, page);
    }

    /** @throws Problem 404 if there is no such site */
    public Page<HistoryEntry> ofSite(String number, PageRequest page) {
        var site = customers.siteByNumber(number).orElseThrow(() -> Problem.notFound("site", number));
        return show(List.of(new Subject("site", site.id().value().toString())), page);
    }

    private Page<HistoryEntry> show(List<Subject> subjects, PageRequest page) {
        Page<History.Entry> entries = history.of(subjects, page);
        Map<String, String> names = names(entries.items());
        return entries.map(entry -> new HistoryEntry(entry.position(), entry.type(), about(entry.payload()), entry.occurredAt(),
                entry.recordedAt(), entry.actorName(), entry.reason(), changes(entry.payload()).map(change -> named(change, names)).toList()));
    }

    private static void subjects(List<Subject> all, String type, List<UUID> ids) {
        ids.forEach(id -> all.add(new Subject(type, id.toString())));
    }

    private static String about(JsonNode payload) {
        return Stream.of("name", "what", "about", "number").map(field -> payload.path(field).asString(""))
                .filter(text -> !text.isEmpty()).findFirst().orElse("");
    }

    private static Stream<FieldChange> changes(JsonNode payload) {
        return payload.path("changes").valueStream().map(change -> new FieldChange(change.path("field").asString(""),
                change.path("before").asString(""), change.path("after").asString("")));
    }

    private static FieldChange named(FieldChange change, Map<String, String> names) {
        return REFERENCES.contains(change.field()) ? new FieldChange(change.field(), names.getOrDefault(change.before(), change.before()),
                names.getOrDefault(change.after(), change.after())) : change;
    }

    private Map<String, String> names(List<History.Entry> entries) {
        Set<UUID> ids = new HashSet<>();
        entries.forEach(entry -> changes(entry.payload()).filter(change -> REFERENCES.contains(change.field()))
                .flatMap(change -> Stream.of(change.before(), change.after())).filter(id -> !id.isEmpty())
                .forEach(id -> ids.add(UUID.fromString(id))));
        Map<String, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            database.select(ACCOUNT.ID, ACCOUNT.NAME).from(ACCOUNT).where(ACCOUNT.ID.in(ids))
                    .unionAll(database.select(SITE.ID, SITE.NAME).from(SITE).where(SITE.ID.in(ids)))
                    .unionAll(database.select(CONTACT.ID, CONTACT.NAME).from(CONTACT).where(CONTACT.ID.in(ids)))
                    .forEach(row -> names.put(row.value1().toString(), row.value2()));
        }
        return names;
    }
}
