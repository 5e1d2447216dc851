package org.firstfix.asset.query;

import static org.firstfix.schema.asset.Tables.ASSET_;
import static org.firstfix.schema.asset.Tables.ASSET_CHANGE;
import static org.firstfix.schema.asset.Tables.SERVICE_FILE_ENTRY;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.ContactId;
import org.firstfix.customer.CustomerApi;
import org.firstfix.customer.SiteId;
import org.firstfix.platform.paging.Cursor;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Query;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The life of a machine, newest first: what happened to it and every change of it, merged by time. */
@Query
public class ServiceFile {
    private static final String ORDER = "service-file";
    private static final String CHANGE = "CHANGE";

    private final DSLContext database;
    private final CustomerApi customers;
    private final JsonMapper json;

    ServiceFile(DSLContext database, CustomerApi customers, JsonMapper json) {
        this.database = database;
        this.customers = customers;
        this.json = json;
    }

    /**
     * @param kind CHANGE for a changed field, otherwise what happened: CASE_RECEIVED, VISIT_COMPLETED, ...
     * @param reference the number of the case or work order; empty for a change
     * @param summary plain values for the text; nothing for a change
     * @param field what changed; nothing otherwise
     */
    public record ServiceFileLine(UUID id, String kind, Instant occurredAt, String reference, @Nullable JsonNode summary,
            String personName, @Nullable String field, @Nullable String before, @Nullable String after, String reason) {}

    public enum Only {
        ALL, CHANGES, EVENTS
    }

    /** @throws Problem 404 */
    public Page<ServiceFileLine> show(String serial, Only only, PageRequest page) {
        UUID asset = database.select(ASSET_.ID).from(ASSET_).where(ASSET_.SERIAL.eq(serial)).fetchOptional(ASSET_.ID)
                .orElseThrow(() -> Problem.notFound("asset", serial));
        Optional<Cursor> cursor = page.after(ORDER, 2);
        Field<Instant> at = DSL.field(name("occurred_at"), Instant.class);
        Field<UUID> id = DSL.field(name("id"), UUID.class);
        Condition after = cursor.map(place -> (Condition) row(at, id).lt(row(val(place.instant(0)), val(place.uuid(1))))).orElse(noCondition());
        var changes = database.select(ASSET_CHANGE.ID.as("id"), inline(CHANGE).as("kind"), ASSET_CHANGE.OCCURRED_AT.as("occurred_at"),
                        inline("").as("reference"), inline((JSONB) null).as("summary"), ASSET_CHANGE.ACTOR_NAME.as("person_name"),
                        ASSET_CHANGE.FIELD.as("field"), ASSET_CHANGE.OLD_VALUE.as("old_value"), ASSET_CHANGE.NEW_VALUE.as("new_value"),
                        ASSET_CHANGE.REASON.as("reason"))
                .from(ASSET_CHANGE).where(ASSET_CHANGE.ASSET_ID.eq(asset)).and(only == Only.EVENTS ? DSL.falseCondition() : noCondition()).and(after)
                .orderBy(ASSET_CHANGE.OCCURRED_AT.desc(), ASSET_CHANGE.ID.desc()).limit(page.limit() + 1);
        var events = database.select(SERVICE_FILE_ENTRY.ID.as("id"), SERVICE_FILE_ENTRY.KIND.as("kind"),
                        SERVICE_FILE_ENTRY.OCCURRED_AT.as("occurred_at"), SERVICE_FILE_ENTRY.REFERENCE.as("reference"),
                        SERVICE_FILE_ENTRY.SUMMARY.as("summary"), SERVICE_FILE_ENTRY.PERSON_NAME.as("person_name"),
                        inline((String) null).as("field"), inline((String) null).as("old_value"), inline((String) null).as("new_value"),
                        inline("").as("reason"))
                .from(SERVICE_FILE_ENTRY).where(SERVICE_FILE_ENTRY.ASSET_ID.eq(asset)).and(only == Only.CHANGES ? DSL.falseCondition() : noCondition())
                .and(after).orderBy(SERVICE_FILE_ENTRY.OCCURRED_AT.desc(), SERVICE_FILE_ENTRY.ID.desc()).limit(page.limit() + 1);
        List<ServiceFileLine> lines = database.select().from(changes.unionAll(events).asTable("file"))
                .orderBy(at.desc(), id.desc()).limit(page.limit() + 1).fetch(this::line);
        return Page.of(named(lines), page.limit(), last -> Cursor.after(ORDER, last.occurredAt(), last.id()));
    }

    private ServiceFileLine line(Record row) {
        JSONB summary = row.get("summary", JSONB.class);
        return new ServiceFileLine(row.get("id", UUID.class), row.get("kind", String.class), row.get("occurred_at", Instant.class),
                row.get("reference", String.class), summary == null ? null : json.readTree(summary.data()),
                row.get("person_name", String.class), row.get("field", String.class), row.get("old_value", String.class),
                row.get("new_value", String.class), row.get("reason", String.class));
    }

    /** Changes of owner, site, user and parent are kept as ids: people read the names of today. */
    private List<ServiceFileLine> named(List<ServiceFileLine> lines) {
        Map<String, Set<UUID>> ids = new HashMap<>();
        lines.stream().filter(line -> line.field() != null && Set.of("account", "site", "user", "parent").contains(line.field())).forEach(line -> {
            Set<UUID> mine = ids.computeIfAbsent(line.field(), field -> new HashSet<>());
            Stream.of(line.before(), line.after()).filter(value -> value != null && !value.isEmpty())
                    .forEach(value -> mine.add(UUID.fromString(value)));
        });
        if (ids.isEmpty()) {
            return lines;
        }
        Map<String, String> names = names(ids);
        return lines.stream().map(line -> line.field() != null && ids.containsKey(line.field())
                ? new ServiceFileLine(line.id(), line.kind(), line.occurredAt(), line.reference(), line.summary(), line.personName(), line.field(),
                        names.getOrDefault(line.before(), line.before()), names.getOrDefault(line.after(), line.after()), line.reason())
                : line).toList();
    }

    private Map<String, String> names(Map<String, Set<UUID>> ids) {
        Map<String, String> names = new HashMap<>();
        customers.accounts(of(ids, "account").stream().map(AccountId::new).toList())
                .forEach((id, account) -> names.put(id.value().toString(), account.name()));
        customers.sites(of(ids, "site").stream().map(SiteId::new).toList()).forEach((id, site) -> names.put(id.value().toString(), site.name()));
        customers.contacts(of(ids, "user").stream().map(ContactId::new).toList())
                .forEach((id, contact) -> names.put(id.value().toString(), contact.name()));
        database.select(ASSET_.ID, ASSET_.SERIAL).from(ASSET_).where(ASSET_.ID.in(of(ids, "parent")))
                .forEach(asset -> names.put(asset.value1().toString(), asset.value2()));
        return names;
    }

    private static Collection<UUID> of(Map<String, Set<UUID>> ids, String field) {
        return ids.getOrDefault(field, Set.of());
    }
}
