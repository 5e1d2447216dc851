package org.firstfix.sla.web;

import java.time.Instant;
import java.util.Map;
import org.firstfix.platform.problem.Problem;

/** Moments that the clock can count from; others are slips of the pen. */
final class SensibleMoment {
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2199-01-01T00:00:00Z");

    private SensibleMoment() {}

    /** @throws Problem 400 if it lies before 1970 or after 2198 */
    static Instant require(String field, Instant moment) {
        if (moment.isBefore(EARLIEST) || !moment.isBefore(LATEST)) {
            throw Problem.invalidField(field, "platform.date-out-of-range", Map.of("value", moment.toString()));
        }
        return moment;
    }
}
