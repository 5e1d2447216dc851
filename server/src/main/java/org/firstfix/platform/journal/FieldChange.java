package org.firstfix.platform.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One field of a record before and after, as texts: what a change is about, for the journal and for people. */
public record FieldChange(String field, String before, String after) {
    /** What differs, in the order of {@code after}. Both maps name the same fields. */
    public static List<FieldChange> between(Map<String, String> before, Map<String, String> after) {
        List<FieldChange> changes = new ArrayList<>();
        after.forEach((field, value) -> {
            String old = before.getOrDefault(field, "");
            if (!old.equals(value)) {
                changes.add(new FieldChange(field, old, value));
            }
        });
        return List.copyOf(changes);
    }
}
