package org.firstfix.cases.web;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.firstfix.platform.problem.Problem;

/** Instants that people may mean. */
final class Moments {
    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    private Moments() {}

    static Instant check(Instant said) {
        if (said.isBefore(FIRST) || !said.isBefore(LAST)) {
            throw Problem.invalid("platform.date-out-of-range", Map.of("value", said.toString()));
        }
        // As exact as the database keeps it, or the clock and the case would differ.
        return said.truncatedTo(ChronoUnit.MICROS);
    }
}
