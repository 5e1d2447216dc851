package org.firstfix.platform.paging;

import java.util.Map;
import java.util.Optional;
import org.firstfix.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Which page of a list: at most {@value #LARGEST} rows after a cursor. */
public record PageRequest(int limit, Optional<String> cursor) {
    public static final int LARGEST = 500;
    public static final int USUAL = 100;

    public static PageRequest of(@Nullable Integer limit, @Nullable String cursor) {
        int wanted = limit == null ? USUAL : limit;
        if (wanted < 1 || wanted > LARGEST) {
            throw Problem.invalid("platform.limit-out-of-range", Map.of("limit", wanted, "largest", LARGEST));
        }
        return new PageRequest(wanted, Optional.ofNullable(cursor).filter(text -> !text.isBlank()));
    }

    public static PageRequest first(int limit) {
        return new PageRequest(limit, Optional.empty());
    }

    public Optional<Cursor> after(String order, int parts) {
        return cursor.map(text -> Cursor.decode(text, order, parts));
    }
}
