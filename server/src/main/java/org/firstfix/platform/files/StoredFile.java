package org.firstfix.platform.files;

import java.time.Instant;
import org.firstfix.platform.scope.OrgPath;

/** A file that is kept: what it is, not where. {@code sha256} is of the content, in hex; {@code size} in bytes. */
public record StoredFile(FileId id, String fileName, String mediaType, long size, String sha256, OrgPath orgPath,
        Instant storedAt) {}
