package org.firstfix.platform.files;

import java.io.InputStream;
import java.util.EnumSet;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Takes in a photo or document, to be attached to something afterwards. */
@Component
@Permission("file.store")
public final class StoreFile {
    private final Work work;
    private final FileStore files;

    StoreFile(Work work, FileStore files) {
        this.work = work;
        this.files = files;
    }

    public record Command(String fileName, InputStream content) {}

    public StoredFile handle(Command command) {
        return work.perform(this, () -> files.store(command.content(), command.fileName(), EnumSet.allOf(FileKind.class),
                Actors.current().home().orElseThrow(() -> Problem.forbidden("file.store"))));
    }
}
