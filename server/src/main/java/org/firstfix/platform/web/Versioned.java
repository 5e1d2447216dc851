package org.firstfix.platform.web;

import java.util.Map;
import org.firstfix.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** Versions of records as HTTP shows them: {@code ETag: "7"} out, {@code If-Match: "7"} in. */
public final class Versioned {
    private Versioned() {}

    public static <T> ResponseEntity<T> ok(T body, long version) {
        return ResponseEntity.ok().eTag("\"" + version + "\"").body(body);
    }

    /** The version a change is based on. A change without one would overwrite blindly and is refused (428). */
    public static int expected(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Problem.of(428, "platform.if-match-missing", Map.of());
        }
        try {
            return Integer.parseInt(ifMatch.replace("W/", "").replace("\"", "").strip());
        } catch (NumberFormatException e) {
            throw Problem.invalid("platform.if-match-unreadable", Map.of("value", ifMatch));
        }
    }
}
