package org.firstfix.integration.usecase;

import java.io.InputStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.firstfix.integration.ImportId;
import org.firstfix.integration.domain.Columns;
import org.firstfix.integration.domain.ImportKind;
import org.firstfix.integration.domain.ImportRun;
import org.firstfix.integration.domain.ImportStatus;
import org.firstfix.integration.sheet.Sheet;
import org.firstfix.integration.sheet.SheetReader;
import org.firstfix.integration.storage.JooqImports;
import org.firstfix.organization.OrgUnitSummary;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.platform.files.FileKind;
import org.firstfix.platform.files.FileStore;
import org.firstfix.platform.files.StoredFile;
import org.firstfix.platform.identity.Actor;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.text.Language;
import org.firstfix.platform.text.Texts;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** A file comes in: it is kept, opened as a sheet, its columns are recognised, and the dry run begins. */
@Component
@Permission("import.run")
public final class OpenImport {
    private final Work work;
    private final FileStore files;
    private final OrganizationApi organization;
    private final JooqImports imports;
    private final ImportJobs jobs;
    private final Texts texts;
    private final Clock clock;

    OpenImport(Work work, FileStore files, OrganizationApi organization, JooqImports imports, ImportJobs jobs, Texts texts, Clock clock) {
        this.work = work;
        this.files = files;
        this.organization = organization;
        this.imports = imports;
        this.jobs = jobs;
        this.texts = texts;
        this.clock = clock;
    }

    /** @param orgUnitCode where new customers belong; the importer's own place if none */
    public record Command(ImportKind kind, String fileName, InputStream content, Optional<String> orgUnitCode) {}

    public ImportId handle(Command command) {
        return work.perform(this, () -> {
            Actor actor = Actors.current();
            OrgUnitSummary unit = unit(command, actor);
            StoredFile file = files.store(command.content(), command.fileName(), Set.of(FileKind.TEXT, FileKind.XLSX), unit.path());
            Sheet sheet = SheetReader.read(file, files.content(file));
            Columns columns = Columns.recognise(sheet.headers(), command.kind(), field -> Arrays.stream(Language.values())
                    .map(language -> texts.text(language, "integration.field." + field.key())).toList());
            ImportRun run = new ImportRun(new ImportId(UUID.randomUUID()), command.kind(), file.id(), file.fileName(), sheet.encoding(),
                    ImportStatus.CHECKING, columns, ImportRun.Counts.of(sheet.rows().size()), "", Map.of(), unit.code(),
                    actor.name(), actor.userId().orElseThrow(), clock.instant(), Optional.empty(), unit.path(), 0);
            imports.add(run);
            jobs.schedule(run.id());
            return run.id();
        });
    }

    private OrgUnitSummary unit(Command command, Actor actor) {
        Optional<OrgUnitSummary> unit = command.orgUnitCode().isPresent()
                ? command.orgUnitCode().flatMap(organization::findUnitByCode)
                : actor.home().flatMap(organization::findUnitAt);
        return unit.filter(found -> actor.scope().contains(found.path())).orElseThrow(() -> Problem.invalid(
                "integration.unit-unknown", Map.of("value", command.orgUnitCode().orElse(""))));
    }
}
