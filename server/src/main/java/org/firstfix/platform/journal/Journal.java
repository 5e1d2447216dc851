package org.firstfix.platform.journal;

import static org.firstfix.schema.platform.Tables.JOURNAL;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.platform.work.Query;
import org.jooq.DSLContext;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What happened to one thing, newest first. Row-level security shows only what lies in the reader's scope. */
@Query
public class Journal {
    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

    private final DSLContext database;
    private final JsonMapper json;

    Journal(DSLContext database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** @param values what the event carried */
    public record Entry(long position, String module, String type, Instant occurredAt, Instant recordedAt, String actorName,
            Optional<String> reason, Map<String, Object> values) {}

    /** @param before only what stands before that position; the newest if empty */
    public List<Entry> of(String subjectType, String subjectId, Optional<Long> before, int most) {
        return database.selectFrom(JOURNAL)
                .where(JOURNAL.SUBJECT_TYPE.eq(subjectType), JOURNAL.SUBJECT_ID.eq(subjectId))
                .and(JOURNAL.POSITION.lt(before.orElse(Long.MAX_VALUE)))
                .orderBy(JOURNAL.POSITION.desc()).limit(most)
                .fetch(row -> new Entry(row.getPosition(), row.getModule(), row.getType(), row.getOccurredAt(),
                        row.getRecordedAt(), row.getActorName(), Optional.ofNullable(row.getReason()),
                        json.readValue(row.getPayload().data(), VALUES)));
    }
}
