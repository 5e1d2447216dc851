package org.firstfix.integration.usecase;

import java.util.Map;
import java.util.Optional;
import org.firstfix.integration.ImportId;
import org.firstfix.integration.domain.ImportRun;
import org.firstfix.integration.domain.ImportStatus;
import org.firstfix.integration.storage.JooqImports;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** The dry run: every row is read and looked up, in a transaction in which PostgreSQL refuses every change. */
@Component
@Permission("import.run")
public final class CheckRows {
    private final Work work;
    private final JooqImports imports;
    private final RowPass pass;

    CheckRows(Work work, JooqImports imports, RowPass pass) {
        this.work = work;
        this.imports = imports;
        this.pass = pass;
    }

    public record Command(ImportId run) {}

    public void handle(Command command) {
        RowPass.State state = work.perform(this, () -> {
            imports.forbidChanges();
            ImportRun run = imports.find(command.run()).orElseThrow(() -> Problem.notFound("import", command.run().value()));
            RowPass.State opened = pass.open(run);
            if (run.columns().missing(run.kind()).isEmpty()) {
                opened.units.forEach(unit -> pass.unit(opened, unit, (row, prepared) -> Optional.empty()));
            }
            return opened;
        });
        work.perform(this, () -> {
            ImportRun now = imports.lock(command.run()).orElseThrow();
            // Somebody may have corrected the columns meanwhile: then this is news of yesterday.
            if (now.status() == ImportStatus.CHECKING && now.version() == state.run.version()) {
                pass.write(state);
                imports.end(command.run(), ImportStatus.CHECKED, "", Map.of());
            }
        });
    }
}
