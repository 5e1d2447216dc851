package org.firstfix.integration.usecase;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.firstfix.integration.domain.Finding;
import org.firstfix.integration.domain.ImportKind;
import org.firstfix.integration.domain.ImportRun;
import org.firstfix.integration.domain.RowFields;
import org.firstfix.integration.importer.ImportScope;
import org.firstfix.integration.importer.RowImporter;
import org.firstfix.integration.importer.RowImporter.Prepared;
import org.firstfix.integration.sheet.Sheet;
import org.firstfix.integration.sheet.SheetReader;
import org.firstfix.integration.storage.JooqImports;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.platform.files.FileStore;
import org.firstfix.platform.files.StoredFile;
import org.firstfix.platform.problem.Problem;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** One way through the rows of a file, the same for the dry run and the run: only what is done with a good row differs. */
@Component
class RowPass {
    /** More findings than anybody reads: the rest is counted, not listed. */
    static final int MOST_FINDINGS = 2_000;

    private final FileStore files;
    private final OrganizationApi organization;
    private final JooqImports imports;
    private final Map<ImportKind, RowImporter> importers = new EnumMap<>(ImportKind.class);

    RowPass(FileStore files, OrganizationApi organization, JooqImports imports, List<RowImporter> importers) {
        this.files = files;
        this.organization = organization;
        this.imports = imports;
        importers.forEach(importer -> this.importers.put(importer.kind(), importer));
    }

    /** What is known while the rows go by. */
    static final class State {
        final ImportRun run;
        final List<Sheet.Row> rows;
        final ImportScope scope;
        final Map<String, Integer> seen = new HashMap<>();
        final List<Finding> unwritten = new ArrayList<>();
        int listed;
        ImportRun.Counts counts;

        State(ImportRun run, List<Sheet.Row> rows, ImportScope scope) {
            this.run = run;
            this.rows = rows;
            this.scope = scope;
            this.counts = ImportRun.Counts.of(rows.size());
        }
    }

    /** Call inside a transaction. */
    State open(ImportRun run) {
        StoredFile file = files.find(run.fileId());
        Sheet sheet = SheetReader.read(file, files.content(file));
        return new State(run, sheet.rows(), new ImportScope(organization.findUnitByCode(run.orgUnitCode())
                .orElseThrow(() -> Problem.invalid("integration.unit-unknown", Map.of("value", run.orgUnitCode())))));
    }

    /** @param take what to do with a good row that is new: tells what went wrong, or nothing */
    void row(State state, Sheet.Row row, BiFunction<RowFields, Prepared, Optional<Finding>> take) {
        RowFields fields = RowFields.of(row.number(), row.cells(), state.run.kind(), state.run.columns());
        Prepared prepared = importers.get(state.run.kind()).prepare(fields, state.scope);
        String key = fields.isGood() ? prepared.naturalKey().get() : "";
        Integer repeats = fields.isGood() ? state.seen.putIfAbsent(key, row.number()) : null;
        List<Finding> findings = new ArrayList<>(fields.findings());
        boolean existing = false;
        boolean bad = !fields.isGood();
        if (repeats != null && repeats != row.number()) {
            existing = true;
            findings.add(new Finding(row.number(), "", Finding.Severity.WARNING, "integration.row-repeated", "", Map.of("row", repeats)));
        } else if (!bad && (prepared.exists() || imports.earlier(state.run.kind(), key).isPresent())) {
            existing = true;
            findings = new ArrayList<>();
        } else if (!bad) {
            Optional<Finding> failure = take.apply(fields, prepared);
            failure.ifPresent(findings::add);
            bad = failure.isPresent();
        }
        ImportRun.Counts before = state.counts;
        state.counts = new ImportRun.Counts(before.total(), before.done() + 1, before.good() + (bad || existing ? 0 : 1),
                before.bad() + (bad ? 1 : 0), before.existing() + (existing ? 1 : 0), before.findings() + findings.size());
        state.unwritten.addAll(findings);
    }

    /** Writes progress and the findings so far. Call inside a transaction. */
    void write(State state) {
        List<Finding> fit = state.unwritten.subList(0, Math.min(state.unwritten.size(), MOST_FINDINGS - state.listed));
        if (!fit.isEmpty()) {
            imports.addFindings(state.run, state.listed + 1, fit);
            state.listed += fit.size();
        }
        state.unwritten.clear();
        imports.progress(state.run.id(), state.counts);
    }

    /** What a module or the database said against a row that looked good. */
    static Finding refused(RowFields row, RuntimeException refusal) {
        return switch (refusal) {
            case Problem problem -> new Finding(row.row(), "", Finding.Severity.ERROR, problem.code(), "", problem.values());
            case DataAccessException database -> new Finding(row.row(), "", Finding.Severity.ERROR, "integration.row-refused", "",
                    Map.of("what", String.valueOf(database.getMostSpecificCause().getMessage()).lines().findFirst().orElse("")));
            default -> throw refusal;
        };
    }
}
