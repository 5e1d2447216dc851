package org.firstfix.integration.query;

import static org.firstfix.schema.integration.Tables.IMPORT_FINDING;
import static org.firstfix.schema.integration.Tables.IMPORT_RUN;
import static org.jooq.impl.DSL.row;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.firstfix.integration.ImportId;
import org.firstfix.integration.domain.Columns;
import org.firstfix.integration.domain.Finding;
import org.firstfix.integration.domain.ImportKind;
import org.firstfix.integration.domain.ImportRun;
import org.firstfix.integration.domain.ImportStatus;
import org.firstfix.integration.sheet.Sheet;
import org.firstfix.integration.sheet.SheetReader;
import org.firstfix.integration.storage.JooqImports;
import org.firstfix.platform.files.FileStore;
import org.firstfix.platform.files.StoredFile;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.paging.Cursor;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.text.Language;
import org.firstfix.platform.text.Texts;
import org.firstfix.platform.work.Query;
import org.firstfix.schema.integration.tables.records.ImportFindingRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files that came in, how they are read and what was found in them. */
@Query
public class ImportList {
    private static final String ORDER = "imports";
    private static final int SAMPLES = 3;

    private final DSLContext database;
    private final JsonMapper json;
    private final JooqImports imports;
    private final FileStore files;
    private final Texts texts;

    ImportList(DSLContext database, JsonMapper json, JooqImports imports, FileStore files, Texts texts) {
        this.database = database;
        this.json = json;
        this.imports = imports;
        this.files = files;
        this.texts = texts;
    }

    public record KindView(ImportKind kind, String label, List<FieldView> fields) {}

    public record FieldView(String key, String label, boolean required) {}

    public record ImportRow(ImportId id, ImportKind kind, String fileName, ImportStatus status, int rowsTotal, int rowsDone,
            int rowsGood, int rowsChanged, int rowsBad, int rowsExisting, String startedBy, Instant startedAt, Optional<Instant> finishedAt) {}

    /** @param field the key of the field it is read as; empty if it is left out */
    public record ColumnView(int index, String header, String field, List<String> samples) {}

    /**
     * @param missing fields without which no row can be taken in and that no column is read as
     * @param findings how many there are, of which the list shows at most 2000
     * @param failure why it failed; empty if it did not
     */
    public record ImportView(ImportId id, ImportKind kind, String fileName, String encoding, ImportStatus status, String orgUnitCode,
            List<ColumnView> columns, List<FieldView> fields, List<FieldView> missing, int rowsTotal, int rowsDone, int rowsGood,
            int rowsChanged, int rowsBad, int rowsExisting, int findings, String failure, String startedBy, Instant startedAt,
            Optional<Instant> finishedAt, List<String> actions, int version) {}

    public record FindingView(int row, String column, Finding.Severity severity, String code, String value, String message, String hint) {}

    public List<KindView> kinds() {
        return Arrays.stream(ImportKind.values())
                .map(kind -> new KindView(kind, text("integration.kind." + kind.name()), fields(kind))).toList();
    }

    public Page<ImportRow> page(PageRequest request) {
        Condition from = request.after(ORDER, 2)
                .<Condition>map(cursor -> row(IMPORT_RUN.STARTED_AT, IMPORT_RUN.ID).lt(cursor.instant(0), cursor.uuid(1)))
                .orElseGet(DSL::trueCondition);
        return Page.of(database.selectFrom(IMPORT_RUN).where(from)
                        .orderBy(IMPORT_RUN.STARTED_AT.desc(), IMPORT_RUN.ID.desc()).limit(request.limit() + 1)
                        .fetch(run -> new ImportRow(new ImportId(run.getId()), ImportKind.valueOf(run.getKind()), run.getFileName(),
                                ImportStatus.valueOf(run.getStatus()), run.getRowsTotal(), run.getRowsDone(), run.getRowsGood(),
                                run.getRowsChanged(), run.getRowsBad(), run.getRowsExisting(), run.getStartedBy(), run.getStartedAt(),
                                Optional.ofNullable(run.getFinishedAt()))),
                request.limit(), run -> Cursor.after(ORDER, run.startedAt(), run.id().value()));
    }

    public ImportView one(ImportId id) {
        ImportRun run = imports.find(id).orElseThrow(() -> Problem.notFound("import", id.value()));
        ImportRun.Counts counts = run.counts();
        String failure = run.failureCode().isEmpty() ? "" : texts.text(language(), run.failureCode(), run.failureValues());
        List<FieldView> missing = run.columns().missing(run.kind()).stream().map(field -> view(field.key(), true)).toList();
        return new ImportView(run.id(), run.kind(), run.fileName(), run.encoding(), run.status(), run.orgUnitCode(), columns(run),
                fields(run.kind()), missing, counts.total(), counts.done(), counts.good(), counts.changed(), counts.bad(), counts.existing(),
                counts.findings(), failure, run.startedBy(), run.startedAt(), run.finishedAt(), actions(run, missing), run.version());
    }

    public Page<FindingView> findings(ImportId id, List<Finding.Severity> severity, PageRequest request) {
        imports.find(id).orElseThrow(() -> Problem.notFound("import", id.value()));
        Condition which = IMPORT_FINDING.RUN_ID.eq(id.value());
        which = which.and(IMPORT_FINDING.SEVERITY.in((severity.isEmpty() ? Finding.Severity.REMARKS : severity).stream().map(Enum::name).toList()));
        Condition from = request.after("findings", 1).map(cursor -> IMPORT_FINDING.POSITION.gt(position(cursor)))
                .map(which::and).orElse(which);
        List<ImportFindingRecord> rows = database.selectFrom(IMPORT_FINDING).where(from).orderBy(IMPORT_FINDING.POSITION)
                .limit(request.limit() + 1).fetch();
        return Page.of(rows, request.limit(), finding -> Cursor.after("findings", finding.getPosition())).map(this::view);
    }

    /** Which fields change, from what to what, in the reader's words. */
    private String inWords(JsonNode changes) {
        String nothing = language().choose("空", "empty");
        return changes.valueStream().map(change -> {
            String before = change.path("before").asString();
            return text("integration.field." + change.path("field").asString()) + language().choose("：", ": ")
                    + (before.isEmpty() ? nothing : before) + " → " + change.path("after").asString();
        }).collect(Collectors.joining(language().choose("；", "; ")));
    }

    private static int position(Cursor cursor) {
        try {
            return Integer.parseInt(cursor.text(0));
        } catch (NumberFormatException e) {
            throw Problem.invalid("platform.cursor-unknown", Map.of("cursor", cursor.encode()));
        }
    }

    private FindingView view(ImportFindingRecord finding) {
        Map<String, Object> values = new HashMap<>(json.readValue(finding.getValues().data(), new TypeReference<Map<String, Object>>() {}));
        values.computeIfPresent("changes", (name, changes) -> inWords(json.valueToTree(changes)));
        String hint = finding.getCode() + ".hint";
        return new FindingView(finding.getRowNumber(), finding.getColumnName(), Finding.Severity.valueOf(finding.getSeverity()),
                finding.getCode(), finding.getValue(), texts.text(language(), finding.getCode(), values),
                texts.knows(language(), hint) ? texts.text(language(), hint, values) : "");
    }

    private List<ColumnView> columns(ImportRun run) {
        List<Sheet.Row> samples = samples(run);
        List<ColumnView> views = new ArrayList<>();
        for (Columns.Column column : run.columns().columns()) {
            views.add(new ColumnView(column.index(), column.header(), column.field().orElse(""),
                    samples.stream().map(row -> row.cell(column.index())).filter(cell -> !cell.isEmpty()).limit(SAMPLES).toList()));
        }
        return views;
    }

    /** The first rows, while somebody may still correct the columns; later nobody looks at them. */
    private List<Sheet.Row> samples(ImportRun run) {
        if (!run.status().mayBeRead()) {
            return List.of();
        }
        StoredFile file = files.find(run.fileId());
        List<Sheet.Row> rows = SheetReader.read(file, files.content(file)).rows();
        return rows.subList(0, Math.min(rows.size(), 20));
    }

    private static List<String> actions(ImportRun run, List<FieldView> missing) {
        List<String> actions = new ArrayList<>();
        if (run.status().mayBeRead()) {
            actions.add("read-columns-as");
        }
        if (run.status().mayRun() && missing.isEmpty()) {
            actions.add("run");
        }
        return actions;
    }

    private List<FieldView> fields(ImportKind kind) {
        return kind.fields().stream().map(field -> view(field.key(), field.required())).toList();
    }

    private FieldView view(String key, boolean required) {
        return new FieldView(key, text("integration.field." + key), required);
    }

    private String text(String key) {
        return texts.text(language(), key);
    }

    private static Language language() {
        return Actors.current().language();
    }
}
