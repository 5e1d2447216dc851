package org.firstfix.integration.usecase;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.integration.ImportFinished;
import org.firstfix.integration.ImportId;
import org.firstfix.integration.domain.Finding;
import org.firstfix.integration.domain.ImportRun;
import org.firstfix.integration.domain.ImportStatus;
import org.firstfix.integration.domain.RowFields;
import org.firstfix.integration.importer.RowImporter.Prepared;
import org.firstfix.integration.sheet.Sheet;
import org.firstfix.integration.storage.JooqImports;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in every good row; a bad one stays outside and says why. Each row has a savepoint of its own, some dozens share a
 * transaction with the memory of what they brought: whenever it breaks off, running it again takes in exactly the rest.
 */
@Component
@Permission("import.run")
public final class TakeRowsIn {
    private static final int UNITS_PER_TRANSACTION = 50;

    private final Work work;
    private final JooqImports imports;
    private final RowPass pass;
    private final Announcements announcements;
    private final Clock clock;
    private final TransactionTemplate savepoint;

    TakeRowsIn(Work work, JooqImports imports, RowPass pass, Announcements announcements, Clock clock,
            PlatformTransactionManager transactions) {
        this.work = work;
        this.imports = imports;
        this.pass = pass;
        this.announcements = announcements;
        this.clock = clock;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    public record Command(ImportId run) {}

    public void handle(Command command) {
        RowPass.State state = work.perform(this, () -> {
            ImportRun run = imports.lock(command.run()).orElseThrow(() -> Problem.notFound("import", command.run().value()));
            // Another node may have been here before it died.
            imports.begin(run.id(), ImportStatus.RUNNING);
            return pass.open(run);
        });
        for (int from = 0; from < state.units.size(); from += UNITS_PER_TRANSACTION) {
            List<List<Sheet.Row>> some = state.units.subList(from, Math.min(from + UNITS_PER_TRANSACTION, state.units.size()));
            work.perform(this, () -> {
                some.forEach(unit -> pass.unit(state, unit, (row, prepared) -> take(state, row, prepared)));
                pass.write(state);
            });
        }
        work.perform(this, () -> finish(state));
    }

    private Optional<Finding> take(RowPass.State state, RowFields row, Prepared prepared) {
        try {
            savepoint.executeWithoutResult(status -> {
                if (prepared.known().isPresent()) {
                    prepared.known().get().make().run();
                    return;
                }
                String reference = prepared.take().get();
                imports.remember(state.run, prepared.naturalKey().get(), reference);
            });
            return Optional.empty();
        } catch (Problem | DataAccessException refusal) {
            return Optional.of(RowPass.refused(row, refusal));
        }
    }

    private void finish(RowPass.State state) {
        ImportRun run = state.run;
        imports.end(run.id(), ImportStatus.DONE, "", Map.of());
        announcements.announce(new ImportFinished(run.id(), run.kind().name(), run.fileName(), state.counts.good(), state.counts.changed(),
                state.counts.bad(), state.counts.existing(), run.orgPath(), clock.instant()));
    }
}
