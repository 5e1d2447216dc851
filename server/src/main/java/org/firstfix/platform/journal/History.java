package org.firstfix.platform.journal;

import static org.firstfix.schema.platform.Tables.JOURNAL;
import static org.jooq.impl.DSL.falseCondition;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.firstfix.platform.journal.DomainEvent.Subject;
import org.firstfix.platform.paging.Cursor;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.work.Query;
import org.jooq.Condition;
import org.jooq.DSLContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the journal says about some things, newest first: who did what, when and why. */
@Query
public class History {
    private static final String ORDER = "journal-newest";
    /** The name of a job says nothing to people. */
    private static final String HOUSE = "Firstfix";

    private final DSLContext database;
    private final JsonMapper json;

    History(DSLContext database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** @param actorName who did it; the product's own name where no person did. @param payload the event as it was announced */
    public record Entry(long position, String type, Subject subject, Instant occurredAt, Instant recordedAt, String actorName,
            String reason, JsonNode payload) {}

    public Page<Entry> of(Collection<Subject> subjects, PageRequest page) {
        Map<String, List<String>> ids = subjects.stream().collect(
                Collectors.groupingBy(Subject::type, Collectors.mapping(Subject::id, Collectors.toList())));
        Condition which = ids.entrySet().stream()
                .map(kind -> JOURNAL.SUBJECT_TYPE.eq(kind.getKey()).and(JOURNAL.SUBJECT_ID.in(kind.getValue())))
                .reduce(falseCondition(), Condition::or);
        Condition rest = page.after(ORDER, 1).map(cursor -> JOURNAL.POSITION.lt(cursor.number(0))).orElse(JOURNAL.POSITION.isNotNull());
        List<Entry> entries = database.selectFrom(JOURNAL).where(which).and(rest).orderBy(JOURNAL.POSITION.desc())
                .limit(page.limit() + 1)
                .fetch(row -> new Entry(row.getPosition(), row.getType(), new Subject(row.getSubjectType(), row.getSubjectId()),
                        row.getOccurredAt(), row.getRecordedAt(), row.getActorId() == null ? HOUSE : row.getActorName(), row.getReason() == null ? "" : row.getReason(),
                        json.readTree(row.getPayload().data())));
        return Page.of(entries, page.limit(), last -> Cursor.after(ORDER, last.position()));
    }
}
