package org.firstfix.integration.usecase;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
import org.firstfix.platform.journal.Correction;
import org.firstfix.platform.journal.FieldChange;
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
        /** Mostly one row each; several where rows say one thing together. */
        final List<List<Sheet.Row>> units;
        final ImportScope scope;
        final Map<String, Integer> seen = new HashMap<>();
        final List<Finding> unwritten = new ArrayList<>();
        /** What becomes of each row. */
        final List<Finding> outcomes = new ArrayList<>();
        int listed;
        int remarksListed;
        int outcomesListed;
        ImportRun.Counts counts;

        State(ImportRun run, List<List<Sheet.Row>> units, ImportScope scope) {
            this.run = run;
            this.units = units;
            this.scope = scope;
            this.counts = ImportRun.Counts.of(units.stream().mapToInt(List::size).sum());
        }
    }

    /** Call inside a transaction. */
    State open(ImportRun run) {
        StoredFile file = files.find(run.fileId());
        Sheet sheet = SheetReader.read(file, files.content(file));
        Map<Object, List<Sheet.Row>> units = new LinkedHashMap<>();
        for (Sheet.Row row : sheet.rows()) {
            Object unit = importers.get(run.kind()).belongsTo(fields(run, row)).map(Object.class::cast).orElse(row.number());
            units.computeIfAbsent(unit, key -> new ArrayList<>()).add(row);
        }
        return new State(run, List.copyOf(units.values()), new ImportScope(organization.findUnitByCode(run.orgUnitCode())
                .orElseThrow(() -> Problem.invalid("integration.unit-unknown", Map.of("value", run.orgUnitCode())))));
    }

    private static RowFields fields(ImportRun run, Sheet.Row row) {
        return RowFields.of(row.number(), row.cells(), run.kind(), run.columns());
    }

    /** @param take what to do with good rows that bring or change something: tells what went wrong, or nothing */
    void unit(State state, List<Sheet.Row> rows, BiFunction<RowFields, Prepared, Optional<Finding>> take) {
        List<RowFields> all = rows.stream().map(row -> fields(state.run, row)).toList();
        RowFields first = all.getFirst();
        Prepared prepared = importers.get(state.run.kind()).prepareTogether(all, state.scope);
        boolean good = all.stream().allMatch(RowFields::isGood);
        List<Finding> findings = new ArrayList<>(all.stream().flatMap(row -> row.findings().stream()).toList());
        Verdict verdict = good ? judge(state, first, prepared, findings, take) : Verdict.BAD;
        count(state, verdict, rows.size(), findings.size());
        state.unwritten.addAll(findings);
    }

    private enum Verdict {
        NEW,
        CHANGED,
        SAME,
        BAD
    }

    private Verdict judge(State state, RowFields row, Prepared prepared, List<Finding> findings,
            BiFunction<RowFields, Prepared, Optional<Finding>> take) {
        String key = prepared.naturalKey().get();
        Integer repeats = state.seen.putIfAbsent(key, row.row());
        if (repeats != null) {
            findings.add(new Finding(row.row(), "", Finding.Severity.WARNING, "integration.row-repeated", "", Map.of("row", repeats)));
            return Verdict.SAME;
        }
        boolean known = prepared.known().isPresent();
        List<FieldChange> differences = prepared.known().map(Correction::differences).orElse(List.of());
        if (differences.isEmpty() && (known || imports.earlier(state.run.kind(), key).isPresent())) {
            // What the row says about new things is of no interest when it is not new.
            findings.clear();
            state.outcomes.add(new Finding(row.row(), "", Finding.Severity.SAME, "integration.row-same", "", Map.of()));
            return Verdict.SAME;
        }
        if (known) {
            findings.removeIf(finding -> finding.severity() == Finding.Severity.WARNING);
        }
        Optional<Finding> failure = take.apply(row, prepared);
        if (failure.isPresent()) {
            findings.add(failure.get());
            return Verdict.BAD;
        }
        state.outcomes.add(known
                ? new Finding(row.row(), "", Finding.Severity.CHANGED, "integration.row-changed", "", Map.of("changes", differences.stream()
                        .map(change -> Map.of("field", change.field(), "before", change.before(), "after", change.after())).toList()))
                : new Finding(row.row(), "", Finding.Severity.NEW, "integration.row-new", "", Map.of()));
        return known ? Verdict.CHANGED : Verdict.NEW;
    }

    private static void count(State state, Verdict verdict, int rows, int findings) {
        ImportRun.Counts before = state.counts;
        state.counts = new ImportRun.Counts(before.total(), before.done() + rows,
                before.good() + (verdict == Verdict.NEW ? rows : 0), before.changed() + (verdict == Verdict.CHANGED ? rows : 0),
                before.bad() + (verdict == Verdict.BAD ? rows : 0), before.existing() + (verdict == Verdict.SAME ? rows : 0),
                before.findings() + findings);
    }

    /** Writes progress and the findings so far. Call inside a transaction. */
    void write(State state) {
        List<Finding> fit = new ArrayList<>(state.unwritten.subList(0, Math.min(state.unwritten.size(), MOST_FINDINGS - state.remarksListed)));
        state.remarksListed += fit.size();
        List<Finding> outcomes = state.outcomes.subList(0, Math.min(state.outcomes.size(), MOST_FINDINGS - state.outcomesListed));
        state.outcomesListed += outcomes.size();
        fit.addAll(outcomes);
        if (!fit.isEmpty()) {
            imports.addFindings(state.run, state.listed + 1, fit);
            state.listed += fit.size();
        }
        state.unwritten.clear();
        state.outcomes.clear();
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
