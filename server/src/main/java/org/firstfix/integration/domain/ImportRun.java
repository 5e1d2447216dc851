package org.firstfix.integration.domain;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.firstfix.integration.ImportId;
import org.firstfix.platform.files.FileId;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.scope.OrgPath;

/**
 * One file, how it is read, and how far it has come.
 *
 * @param orgUnitCode where new customers belong unless their row says otherwise
 */
public record ImportRun(ImportId id, ImportKind kind, FileId fileId, String fileName, String encoding, ImportStatus status,
        Columns columns, Counts counts, String failureCode, Map<String, Object> failureValues, String orgUnitCode,
        String startedBy, UserId startedByUser, Instant startedAt, Optional<Instant> finishedAt, OrgPath orgPath, int version) {
    /**
     * @param good rows that can be, or were, taken in
     * @param changed rows that correct, or corrected, what was there
     * @param existing rows whose thing is there already and is as the row says
     * @param findings errors and warnings
     */
    public record Counts(int total, int done, int good, int changed, int bad, int existing, int findings) {
        public static Counts of(int total) {
            return new Counts(total, 0, 0, 0, 0, 0, 0);
        }
    }
}
