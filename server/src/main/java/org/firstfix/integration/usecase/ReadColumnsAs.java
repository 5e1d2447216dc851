package org.firstfix.integration.usecase;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.firstfix.integration.ImportId;
import org.firstfix.integration.domain.ImportRun;
import org.firstfix.integration.domain.ImportStatus;
import org.firstfix.integration.storage.JooqImports;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Somebody corrects how the columns are read; the dry run begins anew. */
@Component
@Permission("import.run")
public final class ReadColumnsAs {
    private final Work work;
    private final JooqImports imports;
    private final ImportJobs jobs;

    ReadColumnsAs(Work work, JooqImports imports, ImportJobs jobs) {
        this.work = work;
        this.imports = imports;
        this.jobs = jobs;
    }

    /** @param fieldByColumn the field of each column that is read; other columns are left out */
    public record Command(ImportId run, Map<Integer, String> fieldByColumn, int expectedVersion) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            ImportRun run = imports.lock(command.run()).orElseThrow(() -> Problem.notFound("import", command.run().value()));
            if (run.version() != command.expectedVersion()) {
                throw Problem.stale(command.expectedVersion(), run.version(), Map.of("status", run.status().name()));
            }
            if (!run.status().mayBeRead()) {
                throw Problem.conflict("integration.not-in-this-state", Map.of("status", run.status().name()));
            }
            refuseNonsense(run, command.fieldByColumn());
            imports.readAs(run.id(), run.columns().readAs(command.fieldByColumn()));
            imports.begin(run.id(), ImportStatus.CHECKING);
            jobs.schedule(run.id());
        });
    }

    private static void refuseNonsense(ImportRun run, Map<Integer, String> fieldByColumn) {
        Set<String> taken = new HashSet<>();
        fieldByColumn.forEach((index, field) -> {
            if (index < 0 || index >= run.columns().columns().size() || run.kind().field(field).isEmpty()) {
                throw Problem.invalid("integration.field-unknown", Map.of("column", index, "field", field));
            }
            if (!taken.add(field)) {
                throw Problem.invalid("integration.field-read-twice", Map.of("field", field));
            }
        });
    }
}
