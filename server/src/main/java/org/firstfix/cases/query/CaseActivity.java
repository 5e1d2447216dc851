package org.firstfix.cases.query;

import static org.firstfix.schema.cases.Tables.CASE_ATTACHMENT;
import static org.firstfix.schema.cases.Tables.CASE_NOTE;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.firstfix.cases.domain.Case;
import org.firstfix.cases.domain.Cases;
import org.firstfix.platform.files.FileId;
import org.firstfix.platform.files.FileStore;
import org.firstfix.platform.files.StoredFile;
import org.firstfix.platform.journal.DomainEvent.Subject;
import org.firstfix.platform.journal.History;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Query;
import org.jooq.DSLContext;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Everything that happened to one case, newest first: its journal and what people wrote down. */
@Query
public class CaseActivity {
    private static final int MOST = 500;
    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};
    private static final String NOTE = "NOTE";
    /** Their text stands in the note itself. */
    private static final Set<String> TOLD_ELSEWHERE = Set.of("CaseNoteAdded");

    private final DSLContext database;
    private final Cases cases;
    private final History history;
    private final JsonMapper json;
    private final FileStore files;

    CaseActivity(DSLContext database, Cases cases, History history, JsonMapper json, FileStore files) {
        this.database = database;
        this.cases = cases;
        this.history = history;
        this.json = json;
        this.files = files;
    }

    /**
     * @param kind NOTE, or the name of the event: CaseReceived, MilestoneMissed, ProgressMessageSent, DiagnosisRecorded, ...
     * @param at when it happened; {@code recordedAt} when it was written down
     * @param audience of a note: INTERNAL or CUSTOMER
     * @param values what the event carried
     */
    public record Item(String kind, Instant at, Instant recordedAt, String actorName, String text, String audience, Map<String, Object> values) {}

    public record Attachment(UUID fileId, String fileName, String mediaType, long size, Instant attachedAt, String attachedBy) {}

    public List<Item> of(String number) {
        return of(cases.find(number).orElseThrow(() -> Problem.notFound("case", number)));
    }

    List<Item> of(Case it) {
        Stream<Item> happened = history.of(List.of(new Subject("case", it.key().toString())), PageRequest.first(MOST)).items().stream()
                .filter(entry -> !TOLD_ELSEWHERE.contains(entry.type()))
                .map(entry -> new Item(entry.type(), entry.occurredAt(), entry.recordedAt(), entry.actorName(),
                        entry.reason(), "", json.convertValue(entry.payload(), VALUES)));
        Stream<Item> written = database.selectFrom(CASE_NOTE).where(CASE_NOTE.CASE_ID.eq(it.key()))
                .orderBy(CASE_NOTE.AT.desc(), CASE_NOTE.ID.desc()).limit(MOST)
                .fetch(row -> new Item(NOTE, row.getAt(), row.getAt(), row.getAuthorName(), row.getText(), row.getAudience(), Map.of())).stream();
        return Stream.concat(happened, written).sorted(Comparator.comparing(Item::recordedAt).reversed()).limit(MOST).toList();
    }

    public List<Attachment> attachments(String number) {
        Case it = cases.find(number).orElseThrow(() -> Problem.notFound("case", number));
        return database.selectFrom(CASE_ATTACHMENT).where(CASE_ATTACHMENT.CASE_ID.eq(it.key()))
                .orderBy(CASE_ATTACHMENT.ATTACHED_AT).limit(MOST).fetch(row -> {
                    StoredFile file = files.find(new FileId(row.getFileId()));
                    return new Attachment(row.getFileId(), file.fileName(), file.mediaType(), file.size(), row.getAttachedAt(), row.getAttachedBy());
                });
    }
}
