package org.firstfix.platform.journal;

import java.util.List;
import java.util.Optional;

/**
 * What would have to change for a record to be as somebody wants it.
 *
 * @param differences none: it is so already
 * @param make changes it, by the use case that people use; call inside a transaction
 */
public record Correction(List<FieldChange> differences, Runnable make) {
    public Correction {
        differences = List.copyOf(differences);
    }

    /** A wish about one field; what is not wished for is no difference. */
    public static List<FieldChange> difference(String field, String now, Optional<String> wanted) {
        return wanted.filter(value -> !value.equals(now)).map(value -> List.of(new FieldChange(field, now, value))).orElse(List.of());
    }
}
