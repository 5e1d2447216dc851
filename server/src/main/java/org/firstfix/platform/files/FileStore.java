package org.firstfix.platform.files;

import static org.firstfix.schema.platform.Tables.STORED_FILE;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.firstfix.platform.database.DatabaseSettings;
import org.firstfix.platform.id.Id;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.schema.platform.tables.records.StoredFileRecord;
import org.jooq.DSLContext;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps files on disk under the hash of their content, and what they are in the database. The content is on disk,
 * flushed, before the row commits: a row never points at nothing. A content nobody points at is only lost space.
 */
@Component
public class FileStore {
    /** The largest file taken in, in bytes. */
    public static final long LARGEST = 25L << 20;

    private final DSLContext database;
    private final Clock clock;
    private final Path folder;

    FileStore(DSLContext database, Clock clock, DatabaseSettings settings) {
        this.database = database;
        this.clock = clock;
        this.folder = settings.folder().resolve("files");
    }

    /** What a server that was killed had begun to receive. Another one on the same data is receiving now, so only what is old goes. */
    @EventListener(ApplicationReadyEvent.class)
    void removeInterruptedUploads() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Instant before = clock.instant().minus(Duration.ofDays(1));
        try (DirectoryStream<Path> received = Files.newDirectoryStream(folder, "received*.part")) {
            for (Path upload : received) {
                if (Files.getLastModifiedTime(upload).toInstant().isBefore(before)) {
                    Files.deleteIfExists(upload);
                }
            }
        }
    }

    /**
     * Stores a file whose content is one of the allowed kinds. Call inside a use case.
     *
     * @throws Problem 413 if it is larger than {@link #LARGEST}, 415 if it is of another kind
     */
    public StoredFile store(InputStream content, String fileName, Set<FileKind> allowed, OrgPath orgPath) {
        try {
            Files.createDirectories(folder);
            Path received = Files.createTempFile(folder, "received", ".part");
            try {
                Received file = receive(content, received);
                FileKind kind = FileKind.of(file.head()).filter(allowed::contains).orElseThrow(() -> Problem.of(415,
                        "platform.file-kind-refused", Map.of("fileName", fileName, "allowed", allowed.toString())));
                Path place = place(file.sha256());
                if (!Files.exists(place.getParent())) {
                    Files.createDirectories(place.getParent());
                    flush(folder);
                }
                // The same content again needs no second copy: what lies at its place was flushed before it was put there.
                if (!Files.exists(place)) {
                    flush(received);
                    Files.move(received, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                }
                flush(place.getParent());
                return record(file, kind, fileName, orgPath);
            } finally {
                Files.deleteIfExists(received);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a file is, if the actor's scope shows it. */
    public StoredFile find(FileId id) {
        return database.selectFrom(STORED_FILE).where(STORED_FILE.ID.eq(id.value())).fetchOptional()
                .map(FileStore::toFile).orElseThrow(() -> Problem.notFound("file", id.value()));
    }

    /** Where the content lies; read it, never write. */
    public Path content(StoredFile file) {
        return place(file.sha256());
    }

    private record Received(String sha256, long size, byte[] head) {}

    private static Received receive(InputStream content, Path target) throws IOException {
        MessageDigest digest = sha256();
        byte[] head = new byte[0];
        byte[] buffer = new byte[64 * 1024];
        long size = 0;
        try (OutputStream out = Files.newOutputStream(target)) {
            for (int read; (read = content.readNBytes(buffer, 0, buffer.length)) > 0; ) {
                if (size == 0) {
                    head = Arrays.copyOf(buffer, Math.min(read, 4096));
                }
                size += read;
                if (size > LARGEST) {
                    throw Problem.of(413, "platform.file-too-large", Map.of("largest", LARGEST));
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        }
        if (size == 0) {
            throw Problem.invalid("platform.file-empty", Map.of());
        }
        return new Received(HexFormat.of().formatHex(digest.digest()), size, head);
    }

    private StoredFile record(Received file, FileKind kind, String fileName, OrgPath orgPath) {
        String safeName = nameAlone(fileName);
        return toFile(database.insertInto(STORED_FILE)
                .set(STORED_FILE.SHA256, file.sha256())
                .set(STORED_FILE.SIZE, file.size())
                .set(STORED_FILE.MEDIA_TYPE, kind.mediaType())
                .set(STORED_FILE.FILE_NAME, safeName.length() > 200 ? safeName.substring(0, 200) : safeName)
                .set(STORED_FILE.ORG_PATH, orgPath.value())
                .set(STORED_FILE.STORED_BY, Actors.current().userId().map(Id::value).orElse(null))
                .set(STORED_FILE.STORED_AT, clock.instant())
                .returning().fetchSingle());
    }

    /** Browsers of old sent the whole path; control characters have no place in a header. */
    static String nameAlone(String fileName) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1).replaceAll("\\p{Cntrl}", "").strip();
        return name.isEmpty() ? "file" : name;
    }

    private static StoredFile toFile(StoredFileRecord row) {
        return new StoredFile(new FileId(row.getId()), row.getFileName(), row.getMediaType(), row.getSize(),
                row.getSha256(), new OrgPath(row.getOrgPath()), row.getStoredAt());
    }

    private Path place(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private static void flush(Path path) throws IOException {
        boolean directory = Files.isDirectory(path);
        try (FileChannel channel = FileChannel.open(path, directory ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows cannot flush a folder; its file system keeps renames in order by itself.
            if (!directory) {
                throw e;
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
