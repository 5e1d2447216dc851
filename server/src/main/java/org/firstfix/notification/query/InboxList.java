package org.firstfix.notification.query;

import static org.firstfix.schema.notification.Tables.INBOX_MESSAGE;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.row;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.firstfix.notification.usecase.Wording;
import org.firstfix.platform.identity.Actor;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.paging.Cursor;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.work.Query;
import org.firstfix.schema.notification.tables.records.InboxMessageRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** One's own inbox, newest first, in one's own language. */
@Query
public class InboxList {
    private static final String ORDER = "inbox";

    private final DSLContext database;
    private final JsonMapper json;
    private final Wording wording;

    InboxList(DSLContext database, JsonMapper json, Wording wording) {
        this.database = database;
        this.json = json;
        this.wording = wording;
    }

    /**
     * @param template what kind of news it is, for the icon
     * @param link the screen it leads to, such as {@code /cases/C-2026-001001}; empty if there is none
     */
    public record InboxItem(UUID id, Instant at, String template, String title, String text, String link, boolean urgent,
            boolean read) {}

    public record UnreadCount(int count, int urgent) {}

    public Page<InboxItem> page(boolean onlyUnread, PageRequest request) {
        Actor actor = Actors.current();
        Condition mine = INBOX_MESSAGE.USER_ID.eq(userOf(actor).value());
        Condition which = onlyUnread ? mine.and(INBOX_MESSAGE.READ_AT.isNull()) : mine;
        Condition from = request.after(ORDER, 2)
                .map(cursor -> which.and(row(INBOX_MESSAGE.AT, INBOX_MESSAGE.ID).lt(cursor.instant(0), cursor.uuid(1))))
                .orElse(which);
        return Page.of(database.selectFrom(INBOX_MESSAGE).where(from)
                        .orderBy(INBOX_MESSAGE.AT.desc(), INBOX_MESSAGE.ID.desc()).limit(request.limit() + 1)
                        .fetch(message -> item(message, actor)),
                request.limit(), item -> Cursor.after(ORDER, item.at(), item.id()));
    }

    public UnreadCount unread() {
        return database.select(count(), count().filterWhere(INBOX_MESSAGE.URGENT)).from(INBOX_MESSAGE)
                .where(INBOX_MESSAGE.USER_ID.eq(userOf(Actors.current()).value()), INBOX_MESSAGE.READ_AT.isNull())
                .fetchSingle(counts -> new UnreadCount(counts.value1(), counts.value2()));
    }

    private static UserId userOf(Actor actor) {
        return actor.userId().orElseThrow();
    }

    private InboxItem item(InboxMessageRecord message, Actor reader) {
        Map<String, Object> values = json.readValue(message.getValues().data(), new TypeReference<>() {});
        String key = "notification.inbox." + message.getTemplate();
        return new InboxItem(message.getId(), message.getAt(), message.getTemplate(),
                wording.text(reader.language(), key + ".title", values), wording.text(reader.language(), key + ".text", values),
                message.getLink(), message.getUrgent(), message.getReadAt() != null);
    }
}
