package org.firstfix.integration.importer;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.firstfix.integration.domain.ImportKind;
import org.firstfix.integration.domain.RowFields;
import org.firstfix.platform.journal.Correction;

/**
 * Takes in one kind of row. Preparing reads, looks up and finds; it changes nothing, so that a dry run is the same code
 * as the run. Only the prepared row's {@code take} changes anything.
 */
public interface RowImporter {
    ImportKind kind();

    /** Call inside a transaction. What is wrong is added to the row's findings; then the result does not matter. */
    Prepared prepare(RowFields row, ImportScope scope);

    /** What several rows say together, such as the lines of one contract; they are taken in together or not at all. */
    default Optional<String> belongsTo(RowFields row) {
        return Optional.empty();
    }

    /** @param rows one, or all that belong together, as they stand in the file */
    default Prepared prepareTogether(List<RowFields> rows, ImportScope scope) {
        return prepare(rows.getFirst(), scope);
    }

    /**
     * @param naturalKey what makes the thing the same thing in another file or another row; asked before and after, since
     *     taking a row in may make what the key is made of
     * @param known what differs, if the house knows it already; then it is corrected, or left alone where nothing differs
     * @param take takes it in and tells its number or id
     */
    record Prepared(Supplier<String> naturalKey, Optional<Correction> known, Supplier<String> take) {
        static Prepared of(String naturalKey, Optional<Correction> known, Supplier<String> take) {
            return new Prepared(() -> naturalKey, known, take);
        }
    }
}
