package org.firstfix.integration.usecase;

import java.util.Map;
import java.util.Optional;
import org.firstfix.integration.ImportId;
import org.firstfix.integration.domain.ImportRun;
import org.firstfix.integration.domain.ImportStatus;
import org.firstfix.integration.storage.JooqImports;
import org.firstfix.platform.identity.Actor;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.identity.UserDirectory;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Carries out what was scheduled, as the person who started it: with today's permissions and scope, and no more. */
@Component
public class ImportRunner {
    private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);

    private final Work work;
    private final JooqImports imports;
    private final UserDirectory users;
    private final CheckRows checkRows;
    private final TakeRowsIn takeRowsIn;

    ImportRunner(Work work, JooqImports imports, UserDirectory users, CheckRows checkRows, TakeRowsIn takeRowsIn) {
        this.work = work;
        this.imports = imports;
        this.users = users;
        this.checkRows = checkRows;
        this.takeRowsIn = takeRowsIn;
    }

    public void run(ImportId id) {
        Optional<ImportRun> found = work.asTheHouse("import", () -> imports.find(id));
        if (found.isEmpty()) {
            return;
        }
        ImportRun run = found.get();
        Optional<Actor> starter = work.asTheHouse("import", () -> users.actorOf(run.startedByUser()));
        if (starter.isEmpty()) {
            fail(id, "integration.starter-gone", Map.of());
            return;
        }
        try {
            Actors.actingAs(starter.get(), () -> {
                switch (run.status()) {
                    case CHECKING -> checkRows.handle(new CheckRows.Command(id));
                    case RUNNING -> takeRowsIn.handle(new TakeRowsIn.Command(id));
                    case CHECKED, DONE, FAILED -> {}
                }
            });
        } catch (Problem problem) {
            fail(id, problem.code(), problem.values());
        } catch (RuntimeException e) {
            LOG.error("The import {} failed", id.value(), e);
            fail(id, "integration.import-broke-off", Map.of());
        }
    }

    private void fail(ImportId id, String code, Map<String, Object> values) {
        work.asTheHouse("import", () -> imports.end(id, ImportStatus.FAILED, code, values));
    }
}
