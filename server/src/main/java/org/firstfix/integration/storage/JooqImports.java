package org.firstfix.integration.storage;

import static org.firstfix.schema.integration.Tables.IMPORTED_THING;
import static org.firstfix.schema.integration.Tables.IMPORT_FINDING;
import static org.firstfix.schema.integration.Tables.IMPORT_RUN;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.firstfix.integration.ImportId;
import org.firstfix.integration.domain.Columns;
import org.firstfix.integration.domain.Finding;
import org.firstfix.integration.domain.ImportKind;
import org.firstfix.integration.domain.ImportRun;
import org.firstfix.integration.domain.ImportStatus;
import org.firstfix.platform.files.FileId;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.schema.integration.tables.records.ImportFindingRecord;
import org.firstfix.schema.integration.tables.records.ImportRunRecord;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
public class JooqImports {
    private final DSLContext database;
    private final JsonMapper json;
    private final Clock clock;

    JooqImports(DSLContext database, JsonMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    public void add(ImportRun run) {
        database.insertInto(IMPORT_RUN)
                .set(IMPORT_RUN.ID, run.id().value())
                .set(IMPORT_RUN.KIND, run.kind().name())
                .set(IMPORT_RUN.FILE_ID, run.fileId().value())
                .set(IMPORT_RUN.FILE_NAME, run.fileName())
                .set(IMPORT_RUN.ENCODING, run.encoding())
                .set(IMPORT_RUN.STATUS, run.status().name())
                .set(IMPORT_RUN.COLUMNS, columns(run.columns()))
                .set(IMPORT_RUN.ROWS_TOTAL, run.counts().total())
                .set(IMPORT_RUN.ORG_UNIT_CODE, run.orgUnitCode())
                .set(IMPORT_RUN.STARTED_BY, run.startedBy())
                .set(IMPORT_RUN.STARTED_BY_USER, run.startedByUser().value())
                .set(IMPORT_RUN.STARTED_AT, run.startedAt())
                .set(IMPORT_RUN.ORG_PATH, run.orgPath().value())
                .execute();
    }

    public Optional<ImportRun> find(ImportId id) {
        return database.selectFrom(IMPORT_RUN).where(IMPORT_RUN.ID.eq(id.value())).fetchOptional(this::toRun);
    }

    public Optional<ImportRun> lock(ImportId id) {
        return database.selectFrom(IMPORT_RUN).where(IMPORT_RUN.ID.eq(id.value())).forUpdate().fetchOptional(this::toRun);
    }

    public void readAs(ImportId id, Columns columns) {
        database.update(IMPORT_RUN).set(IMPORT_RUN.COLUMNS, columns(columns))
                .set(IMPORT_RUN.VERSION, IMPORT_RUN.VERSION.plus(1)).where(IMPORT_RUN.ID.eq(id.value())).execute();
    }

    /** Begins a dry run or a run: what was counted and found before is forgotten. */
    public void begin(ImportId id, ImportStatus status) {
        database.update(IMPORT_RUN).set(IMPORT_RUN.STATUS, status.name())
                .set(IMPORT_RUN.ROWS_DONE, 0).set(IMPORT_RUN.ROWS_GOOD, 0).set(IMPORT_RUN.ROWS_CHANGED, 0).set(IMPORT_RUN.ROWS_BAD, 0)
                .set(IMPORT_RUN.ROWS_EXISTING, 0).set(IMPORT_RUN.FINDINGS, 0)
                .set(IMPORT_RUN.FAILURE_CODE, "").set(IMPORT_RUN.FAILURE_VALUES, JSONB.valueOf("{}"))
                .setNull(IMPORT_RUN.FINISHED_AT).set(IMPORT_RUN.VERSION, IMPORT_RUN.VERSION.plus(1))
                .where(IMPORT_RUN.ID.eq(id.value())).execute();
        database.deleteFrom(IMPORT_FINDING).where(IMPORT_FINDING.RUN_ID.eq(id.value())).execute();
    }

    public void progress(ImportId id, ImportRun.Counts counts) {
        database.update(IMPORT_RUN).set(IMPORT_RUN.ROWS_DONE, counts.done()).set(IMPORT_RUN.ROWS_GOOD, counts.good())
                .set(IMPORT_RUN.ROWS_CHANGED, counts.changed()).set(IMPORT_RUN.ROWS_BAD, counts.bad()).set(IMPORT_RUN.ROWS_EXISTING, counts.existing())
                .set(IMPORT_RUN.FINDINGS, counts.findings()).where(IMPORT_RUN.ID.eq(id.value())).execute();
    }

    public void end(ImportId id, ImportStatus status, String failureCode, Map<String, Object> failureValues) {
        database.update(IMPORT_RUN).set(IMPORT_RUN.STATUS, status.name()).set(IMPORT_RUN.FINISHED_AT, clock.instant())
                .set(IMPORT_RUN.FAILURE_CODE, failureCode)
                .set(IMPORT_RUN.FAILURE_VALUES, JSONB.valueOf(json.writeValueAsString(failureValues)))
                .set(IMPORT_RUN.VERSION, IMPORT_RUN.VERSION.plus(1)).where(IMPORT_RUN.ID.eq(id.value())).execute();
    }

    /** @param from the position of the first one; positions count all findings of a run */
    public void addFindings(ImportRun run, int from, List<Finding> findings) {
        database.batchInsert(IntStream.range(0, findings.size()).mapToObj(i -> {
            Finding finding = findings.get(i);
            return new ImportFindingRecord(run.id().value(), from + i, finding.row(), finding.column(), finding.severity().name(),
                    finding.code(), finding.value(), JSONB.valueOf(json.writeValueAsString(finding.values())), run.orgPath().value());
        }).toList()).execute();
    }

    /** The same thing from an earlier file, or from this one. */
    public Optional<Earlier> earlier(ImportKind kind, String naturalKey) {
        return database.selectFrom(IMPORTED_THING)
                .where(IMPORTED_THING.KIND.eq(kind.name()), IMPORTED_THING.NATURAL_KEY.eq(naturalKey))
                .fetchOptional(thing -> new Earlier(new ImportId(thing.getRunId()), thing.getReference()));
    }

    public record Earlier(ImportId run, String reference) {}

    /** @return whether it was new */
    public boolean remember(ImportRun run, String naturalKey, String reference) {
        return database.insertInto(IMPORTED_THING)
                .set(IMPORTED_THING.KIND, run.kind().name()).set(IMPORTED_THING.NATURAL_KEY, naturalKey)
                .set(IMPORTED_THING.REFERENCE, reference).set(IMPORTED_THING.RUN_ID, run.id().value())
                .set(IMPORTED_THING.IMPORTED_AT, clock.instant()).set(IMPORTED_THING.ORG_PATH, run.orgPath().value())
                .onConflictDoNothing().execute() == 1;
    }

    /** From here to the end of the transaction PostgreSQL itself refuses every change. */
    public void forbidChanges() {
        database.execute("set transaction read only");
    }

    private JSONB columns(Columns columns) {
        return JSONB.valueOf(json.writeValueAsString(columns.columns()));
    }

    private ImportRun toRun(ImportRunRecord row) {
        return new ImportRun(new ImportId(row.getId()), ImportKind.valueOf(row.getKind()), new FileId(row.getFileId()),
                row.getFileName(), row.getEncoding(), ImportStatus.valueOf(row.getStatus()),
                new Columns(json.readValue(row.getColumns().data(), new TypeReference<List<Columns.Column>>() {})),
                new ImportRun.Counts(row.getRowsTotal(), row.getRowsDone(), row.getRowsGood(), row.getRowsChanged(), row.getRowsBad(),
                        row.getRowsExisting(), row.getFindings()),
                row.getFailureCode(), json.readValue(row.getFailureValues().data(), new TypeReference<>() {}),
                row.getOrgUnitCode(), row.getStartedBy(), new UserId(row.getStartedByUser()), row.getStartedAt(),
                Optional.ofNullable(row.getFinishedAt()), new OrgPath(row.getOrgPath()), row.getVersion());
    }
}
