package org.firstfix.dispatch.domain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The operator's map that lies beneath the board's map.
 *
 * @param file a PMTiles archive of vector tiles; none where the board's map is schematic
 */
public record GroundMap(Optional<Path> file) {
    /** Another one whenever the file is another, so that nobody mixes two of them. */
    public static String versionOf(Path file) {
        try {
            return Files.size(file) + "-" + Files.getLastModifiedTime(file).toMillis();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
