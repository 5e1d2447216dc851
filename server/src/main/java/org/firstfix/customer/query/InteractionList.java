package org.firstfix.customer.query;

import static org.firstfix.schema.customer.Tables.ACCOUNT;
import static org.firstfix.schema.customer.Tables.CONTACT;
import static org.firstfix.schema.customer.Tables.INTERACTION;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.ContactId;
import org.firstfix.customer.InteractionId;
import org.firstfix.customer.domain.Direction;
import org.firstfix.customer.domain.InteractionChannel;
import org.firstfix.platform.paging.Cursor;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.scope.Scopes;
import org.firstfix.platform.work.Query;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Every contact with customers, newest first. */
@Query
public class InteractionList {
    private static final String ORDER = "interaction-newest";

    private final DSLContext database;
    private final CustomerLookup customers;

    InteractionList(DSLContext database, CustomerLookup customers) {
        this.database = database;
        this.customers = customers;
    }

    public record Filter(String accountNumber, Optional<InteractionChannel> channel, Optional<ContactId> contact) {}

    /** @param personName who of the house was in touch */
    public record InteractionRow(InteractionId id, InteractionChannel channel, Direction direction, Instant occurredAt,
            Instant recordedAt, String subject, String body, String reference, String personName, @Nullable ContactId contactId,
            @Nullable String contactName) {}

    /** @throws Problem 404 if there is no such account */
    public Page<InteractionRow> show(DataScope scope, Filter filter, PageRequest page) {
        AccountId account = customers.accountByNumber(filter.accountNumber())
                .orElseThrow(() -> Problem.notFound("account", filter.accountNumber())).id();
        List<Condition> conditions = new ArrayList<>();
        conditions.add(INTERACTION.ACCOUNT_ID.eq(account.value()));
        conditions.add(Scopes.within(INTERACTION.ORG_PATH, scope));
        filter.channel().ifPresent(channel -> conditions.add(INTERACTION.CHANNEL.eq(channel.name())));
        filter.contact().ifPresent(contact -> conditions.add(INTERACTION.CONTACT_ID.eq(contact.value())));
        page.after(ORDER, 2).ifPresent(cursor -> conditions.add(row(INTERACTION.OCCURRED_AT, INTERACTION.ID)
                .lt(row(val(cursor.instant(0)), val(cursor.uuid(1))))));
        return Page.of(rows(conditions, page.limit() + 1), page.limit(),
                last -> Cursor.after(ORDER, last.occurredAt(), last.id().value()));
    }

    /** @throws Problem 404 */
    public InteractionRow one(InteractionId id) {
        return rows(List.of(INTERACTION.ID.eq(id.value())), 1).stream().findFirst()
                .orElseThrow(() -> Problem.notFound("interaction", id.value()));
    }

    private List<InteractionRow> rows(Collection<Condition> conditions, int limit) {
        return database.select(INTERACTION.asterisk(), CONTACT.NAME.as("contact_name"))
                .from(INTERACTION).leftJoin(CONTACT).on(CONTACT.ID.eq(INTERACTION.CONTACT_ID))
                .where(conditions).orderBy(INTERACTION.OCCURRED_AT.desc(), INTERACTION.ID.desc()).limit(limit)
                .fetch(one -> new InteractionRow(new InteractionId(one.get(INTERACTION.ID)),
                        InteractionChannel.valueOf(one.get(INTERACTION.CHANNEL)), Direction.valueOf(one.get(INTERACTION.DIRECTION)),
                        one.get(INTERACTION.OCCURRED_AT), one.get(INTERACTION.RECORDED_AT), one.get(INTERACTION.SUBJECT),
                        one.get(INTERACTION.BODY), one.get(INTERACTION.REFERENCE), one.get(INTERACTION.PERSON_NAME),
                        Optional.ofNullable(one.get(INTERACTION.CONTACT_ID)).map(ContactId::new).orElse(null),
                        one.get("contact_name", String.class)));
    }

    public boolean belongsTo(InteractionId id, AccountId account) {
        return database.fetchExists(INTERACTION, INTERACTION.ID.eq(id.value()).and(INTERACTION.ACCOUNT_ID.eq(account.value())));
    }
}
