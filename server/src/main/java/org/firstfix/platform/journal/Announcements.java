package org.firstfix.platform.journal;

import static org.firstfix.schema.platform.Tables.JOURNAL;

import java.time.Clock;
import org.firstfix.platform.id.Id;
import org.firstfix.platform.identity.Actor;
import org.firstfix.platform.identity.Actors;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** Announces what happened: one journal row, and everybody above who listens, all in the running transaction. */
@Component
public class Announcements {
    private final DSLContext database;
    private final ApplicationEventPublisher listeners;
    private final JsonMapper json;
    private final Clock clock;

    Announcements(DSLContext database, ApplicationEventPublisher listeners, JsonMapper json, Clock clock) {
        this.database = database;
        this.listeners = listeners;
        this.json = json;
        this.clock = clock;
    }

    public void announce(DomainEvent event) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(event.getClass().getSimpleName() + " announced outside a use case.");
        }
        Actor actor = Actors.current();
        database.insertInto(JOURNAL)
                .set(JOURNAL.MODULE, moduleOf(event))
                .set(JOURNAL.TYPE, event.getClass().getSimpleName())
                .set(JOURNAL.SUBJECT_TYPE, event.subject().type())
                .set(JOURNAL.SUBJECT_ID, event.subject().id())
                .set(JOURNAL.ORG_PATH, event.orgPath().value())
                .set(JOURNAL.OCCURRED_AT, event.occurredAt())
                .set(JOURNAL.RECORDED_AT, clock.instant())
                .set(JOURNAL.ACTOR_ID, actor.userId().map(Id::value).orElse(null))
                .set(JOURNAL.ACTOR_NAME, actor.name())
                .set(JOURNAL.REASON, event.reason().isBlank() ? null : event.reason())
                .set(JOURNAL.PAYLOAD, JSONB.valueOf(json.writeValueAsString(event)))
                .execute();
        listeners.publishEvent(event);
    }

    private static String moduleOf(DomainEvent event) {
        String[] packages = event.getClass().getPackageName().split("\\.");
        return packages[2];
    }
}
