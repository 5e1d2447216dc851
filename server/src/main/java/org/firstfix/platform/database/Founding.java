package org.firstfix.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/**
 * A house that is filled in many transactions before anybody may enter. If the process dies meanwhile, what it had
 * written is of no use: the next start finds an empty database again.
 */
@Component
public final class Founding {
    private static final String MARK = "founding";

    private final DatabaseSettings settings;

    Founding(DatabaseSettings settings) {
        this.settings = settings;
    }

    /** From now on everything in the database can be thrown away. */
    public void begin() {
        try {
            Files.writeString(markIn(settings.folder()), "The database is being filled for the first time. While this file is there, a start begins anew.\n");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + settings.folder() + ": " + e.getMessage(), e);
        }
    }

    /** From now on nothing may be lost. */
    public void end() {
        clear(settings.folder());
    }

    static boolean wasInterrupted(Path folder) {
        return Files.exists(markIn(folder));
    }

    static void clear(Path folder) {
        try {
            Files.deleteIfExists(markIn(folder));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + markIn(folder) + ": " + e.getMessage(), e);
        }
    }

    private static Path markIn(Path folder) {
        return folder.resolve(MARK);
    }
}
