package org.firstfix.reminder.storage;

import static org.firstfix.schema.reminder.Tables.WEBHOOK_MESSAGE;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.platform.scope.OrgPath;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What is to be sent to the webhook. */
@Component
public class JooqWebhookMessages {
    private static final int LONGEST_ERROR = 500;

    private final DSLContext database;

    JooqWebhookMessages(DSLContext database) {
        this.database = database;
    }

    public record Message(UUID id, String body, int attempts) {}

    public void add(UUID delivery, String body, Instant now, OrgPath place) {
        database.insertInto(WEBHOOK_MESSAGE)
                .set(WEBHOOK_MESSAGE.DELIVERY_ID, delivery)
                .set(WEBHOOK_MESSAGE.BODY, body)
                .set(WEBHOOK_MESSAGE.STATUS, "WAITING")
                .set(WEBHOOK_MESSAGE.CREATED_AT, now)
                .set(WEBHOOK_MESSAGE.NEXT_ATTEMPT_AT, now)
                .set(WEBHOOK_MESSAGE.ORG_PATH, place.value()).execute();
    }

    /** Takes the next message that is to be sent for oneself; nobody else sees it until the lease is over. */
    public Optional<Message> claim(Instant now, Duration lease) {
        return database.update(WEBHOOK_MESSAGE)
                .set(WEBHOOK_MESSAGE.NEXT_ATTEMPT_AT, now.plus(lease))
                .set(WEBHOOK_MESSAGE.ATTEMPTS, WEBHOOK_MESSAGE.ATTEMPTS.plus(1))
                .where(WEBHOOK_MESSAGE.ID.eq(DSL.select(WEBHOOK_MESSAGE.ID).from(WEBHOOK_MESSAGE)
                        .where(WEBHOOK_MESSAGE.STATUS.eq(DSL.inline("WAITING")), WEBHOOK_MESSAGE.NEXT_ATTEMPT_AT.le(now))
                        .orderBy(WEBHOOK_MESSAGE.NEXT_ATTEMPT_AT).limit(1).forUpdate().skipLocked()))
                .returning(WEBHOOK_MESSAGE.ID, WEBHOOK_MESSAGE.BODY, WEBHOOK_MESSAGE.ATTEMPTS)
                .fetchOptional(row -> new Message(row.getId(), row.getBody(), row.getAttempts()));
    }

    public void sent(UUID id, Instant at) {
        database.update(WEBHOOK_MESSAGE).set(WEBHOOK_MESSAGE.STATUS, "SENT").set(WEBHOOK_MESSAGE.SENT_AT, at)
                .setNull(WEBHOOK_MESSAGE.NEXT_ATTEMPT_AT).set(WEBHOOK_MESSAGE.LAST_ERROR, "")
                .where(WEBHOOK_MESSAGE.ID.eq(id)).execute();
    }

    /** It was not taken: again at that time, or never. */
    public void notSent(UUID id, String error, Optional<Instant> again) {
        database.update(WEBHOOK_MESSAGE).set(WEBHOOK_MESSAGE.STATUS, again.isPresent() ? "WAITING" : "FAILED")
                .set(WEBHOOK_MESSAGE.NEXT_ATTEMPT_AT, again.orElse(null))
                .set(WEBHOOK_MESSAGE.LAST_ERROR, error.length() > LONGEST_ERROR ? error.substring(0, LONGEST_ERROR) : error)
                .where(WEBHOOK_MESSAGE.ID.eq(id)).execute();
    }
}
