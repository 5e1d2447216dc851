package org.firstfix.integration.usecase;

import java.util.Map;
import org.firstfix.integration.ImportId;
import org.firstfix.integration.domain.ImportRun;
import org.firstfix.integration.domain.ImportStatus;
import org.firstfix.integration.storage.JooqImports;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** The good rows are to be taken in. */
@Component
@Permission("import.run")
public final class StartImport {
    private final Work work;
    private final JooqImports imports;
    private final ImportJobs jobs;

    StartImport(Work work, JooqImports imports, ImportJobs jobs) {
        this.work = work;
        this.imports = imports;
        this.jobs = jobs;
    }

    public record Command(ImportId run) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            ImportRun run = imports.lock(command.run()).orElseThrow(() -> Problem.notFound("import", command.run().value()));
            if (!run.status().mayRun()) {
                throw Problem.conflict("integration.not-in-this-state", Map.of("status", run.status().name()));
            }
            if (!run.columns().missing(run.kind()).isEmpty()) {
                throw Problem.conflict("integration.columns-missing", Map.of("fields",
                        String.join(", ", run.columns().missing(run.kind()).stream().map(field -> field.key()).toList())));
            }
            imports.begin(run.id(), ImportStatus.RUNNING);
            jobs.schedule(run.id());
        });
    }
}
