package org.firstfix.integration.sheet;

import java.nio.file.Path;
import org.firstfix.platform.files.FileKind;
import org.firstfix.platform.files.StoredFile;
import org.firstfix.platform.problem.Problem;

/** Opens a stored file as a sheet. */
public final class SheetReader {
    private SheetReader() {}

    /** @throws Problem 400 with what is wrong with the file as a whole */
    public static Sheet read(StoredFile file, Path content) {
        return file.mediaType().equals(FileKind.XLSX.mediaType()) ? XlsxReader.read(content) : CsvReader.read(content);
    }
}
