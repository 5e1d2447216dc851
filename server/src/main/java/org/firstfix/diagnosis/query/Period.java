package org.firstfix.diagnosis.query;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.firstfix.platform.problem.Problem;

/** From a moment up to another, at most three years. */
public record Period(Instant from, Instant to) {
    private static final Duration USUAL = Duration.ofDays(365);
    private static final Duration LONGEST = Duration.ofDays(3 * 366);

    /** @param from a year before the end if it is left out; {@code to} now if it is left out */
    public static Period of(Optional<Instant> from, Optional<Instant> to, Instant now) {
        Instant end = to.orElse(now);
        Instant start = from.orElse(end.minus(USUAL));
        if (!start.isBefore(end)) {
            throw Problem.invalidField("from", "diagnosis.period-backwards", Map.of("from", start.toString(), "to", end.toString()));
        }
        if (Duration.between(start, end).compareTo(LONGEST) > 0) {
            throw Problem.invalidField("from", "diagnosis.period-too-long", Map.of("from", start.toString(), "years", 3));
        }
        return new Period(start, end);
    }
}
