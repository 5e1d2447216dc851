package org.firstfix.workorder.domain;

import org.firstfix.platform.files.FileId;

/** A picture of the machine, and when during the visit it was taken. {@code sha256} is of the file's content. */
public record VisitPhoto(FileId fileId, Moment moment, String sha256) {
    public enum Moment {
        BEFORE,
        DURING,
        AFTER
    }
}
