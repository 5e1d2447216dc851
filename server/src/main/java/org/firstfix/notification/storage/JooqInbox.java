package org.firstfix.notification.storage;

import static org.firstfix.schema.notification.Tables.INBOX_MESSAGE;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.firstfix.notification.domain.NewInboxMessage;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.time.HouseClock;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The inboxes of the house. Every statement names the user whose inbox it is. */
@Component
public class JooqInbox {
    private final DSLContext database;
    private final JsonMapper json;
    private final Clock clock;

    JooqInbox(DSLContext database, JsonMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Puts a message into each inbox, once per occasion. What is told as history, because the demo lives its past
     * through the product, has been read long ago; the database knows what time it really is.
     */
    public void put(NewInboxMessage message, Collection<UserId> users) {
        if (users.isEmpty()) {
            return;
        }
        JSONB values = JSONB.valueOf(json.writeValueAsString(message.values()));
        Instant now = clock.instant();
        var insert = database.insertInto(INBOX_MESSAGE, INBOX_MESSAGE.USER_ID, INBOX_MESSAGE.AT, INBOX_MESSAGE.TEMPLATE,
                INBOX_MESSAGE.VALUES, INBOX_MESSAGE.LINK, INBOX_MESSAGE.URGENT, INBOX_MESSAGE.ONCE_KEY,
                INBOX_MESSAGE.READ_AT);
        Field<Instant> readAt = HouseClock.isMoved()
                ? when(val(now).lt(field("now() - interval '12 hours'", Instant.class)), val(now)) : inline((Instant) null);
        for (UserId user : users) {
            insert = insert.values(val(user.value()), val(now), val(message.template()), val(values), val(message.link()),
                    val(message.urgent()), val(message.onceKey() + "@" + user.value()), readAt);
        }
        insert.onConflict(INBOX_MESSAGE.ONCE_KEY).doNothing().execute();
    }

    /** @return whether there is such a message in that inbox; one that was read before stays as it was */
    public boolean markRead(UserId user, UUID message) {
        int changed = database.update(INBOX_MESSAGE).set(INBOX_MESSAGE.READ_AT, clock.instant())
                .where(INBOX_MESSAGE.ID.eq(message), INBOX_MESSAGE.USER_ID.eq(user.value()), INBOX_MESSAGE.READ_AT.isNull())
                .execute();
        return changed == 1 || database.fetchExists(INBOX_MESSAGE, INBOX_MESSAGE.ID.eq(message),
                INBOX_MESSAGE.USER_ID.eq(user.value()));
    }

    /** Marks what had arrived by then; what came while the button was pressed stays unread. */
    public int markAllRead(UserId user, Instant arrivedBy) {
        return database.update(INBOX_MESSAGE).set(INBOX_MESSAGE.READ_AT, clock.instant())
                .where(INBOX_MESSAGE.USER_ID.eq(user.value()), INBOX_MESSAGE.READ_AT.isNull(), INBOX_MESSAGE.AT.le(arrivedBy))
                .execute();
    }
}
