package org.firstfix.cases.domain;

import java.time.Instant;
import org.firstfix.platform.files.FileId;

/** Notes and files of cases: only ever added. */
public interface CasePapers {
    void addNote(Case it, Instant at, String authorName, String text, String audience);

    /** @return whether the case did not have it yet */
    boolean attach(Case it, FileId file, Instant at, String byName);
}
