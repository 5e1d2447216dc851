package org.firstfix.asset.usecase;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.firstfix.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Texts and dates as people leave them in forms. */
final class Input {
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2199;

    private Input() {}

    static String text(@Nullable String written) {
        return written == null ? "" : written.strip();
    }

    static @Nullable String optional(@Nullable String written) {
        return written == null || written.isBlank() ? null : written.strip();
    }

    static Optional<LocalDate> date(String field, @Nullable LocalDate written) {
        if (written != null && (written.getYear() < FIRST_YEAR || written.getYear() > LAST_YEAR)) {
            throw Problem.invalidField(field, "platform.date-out-of-range", Map.of("value", written.toString()));
        }
        return Optional.ofNullable(written);
    }
}
