package org.firstfix.sla.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.sla.query.Compliance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Spans of time as the reports are asked for them: at most 400 days, the last 30 if nobody says otherwise. */
@Component
class Spans {
    private static final Duration LONGEST = Duration.ofDays(400);
    private static final Duration USUAL = Duration.ofDays(30);

    private final Clock clock;

    Spans(Clock clock) {
        this.clock = clock;
    }

    Compliance.Span of(@Nullable Instant from, @Nullable Instant to, @Nullable String branch) {
        Instant end = SensibleMoment.require("to", to == null ? clock.instant() : to);
        Instant begin = SensibleMoment.require("from", from == null ? end.minus(USUAL) : from);
        if (!begin.isBefore(end) || Duration.between(begin, end).compareTo(LONGEST) > 0) {
            throw Problem.invalid("sla.span-out-of-range", Map.of("from", begin.toString(), "to", end.toString(), "days", LONGEST.toDays()));
        }
        return new Compliance.Span(begin, end, Optional.ofNullable(branch).map(Spans::place));
    }

    private static OrgPath place(String path) {
        try {
            return new OrgPath(path);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("sla.place-unknown", Map.of("value", path));
        }
    }
}
