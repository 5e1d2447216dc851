package org.firstfix.dispatch.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says at the start what is wrong with a map that browsers could not draw. Of the archive only its header is read. */
final class PmtilesArchive {
    private static final byte[] MAGIC = "PMTiles".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 3;
    private static final int HEADER = 127;
    /** Where begin and length of root directory, metadata, leaf directories and tiles stand. */
    private static final List<Integer> SECTIONS = List.of(8, 24, 40, 56);
    private static final int DIRECTORY_COMPRESSION = 97;
    private static final int TILE_COMPRESSION = 98;
    private static final int TILE_TYPE = 99;
    private static final int VECTOR = 1;
    /** None or gzip: what every browser unpacks. */
    private static final List<Integer> COMPRESSIONS = List.of(1, 2);

    private PmtilesArchive() {}

    /**
     * @return the same path
     * @throws IllegalStateException naming the file and what may help, if no browser could draw it
     */
    static Path checked(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw unusable(file, Files.isDirectory(file) ? "is a folder" : Files.exists(file) ? "cannot be read by this user" : "does not exist", null);
        }
        try (InputStream content = Files.newInputStream(file)) {
            check(file, ByteBuffer.wrap(content.readNBytes(HEADER)).order(ByteOrder.LITTLE_ENDIAN), Files.size(file));
        } catch (IOException unreadable) {
            throw unusable(file, "cannot be read (" + unreadable.getMessage() + ")", unreadable);
        }
        return file;
    }

    private static void check(Path file, ByteBuffer header, long size) {
        if (header.capacity() < HEADER || header.mismatch(ByteBuffer.wrap(MAGIC)) < MAGIC.length) {
            throw unusable(file, "is no PMTiles archive", null);
        }
        if (header.get(MAGIC.length) != VERSION) {
            throw unusable(file, "is a PMTiles archive of version " + header.get(MAGIC.length) + ", not 3", null);
        }
        long end = SECTIONS.stream().mapToLong(at -> header.getLong(at) + header.getLong(at + Long.BYTES)).max().orElseThrow();
        if (end > size || end < HEADER) {
            throw unusable(file, "is cut off: it has " + size + " of " + end + " bytes", null);
        }
        if (header.get(TILE_TYPE) != VECTOR) {
            throw unusable(file, "holds no vector tiles", null);
        }
        if (!COMPRESSIONS.contains((int) header.get(DIRECTORY_COMPRESSION)) || !COMPRESSIONS.contains((int) header.get(TILE_COMPRESSION))) {
            throw unusable(file, "is compressed in a way that browsers do not unpack, not by gzip", null);
        }
    }

    private static IllegalStateException unusable(Path file, String why, @Nullable Exception cause) {
        return new IllegalStateException("The map \"" + file + "\" of firstfix.map-file " + why + ". Give a PMTiles archive (version 3) of vector tiles of your"
                + " region, or leave the setting out: the board's map is then schematic.", cause);
    }
}
