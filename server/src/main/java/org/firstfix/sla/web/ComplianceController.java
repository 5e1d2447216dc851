package org.firstfix.sla.web;

import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.contract.Milestone;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.web.Reads;
import org.firstfix.sla.query.Compliance;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whether promises were kept. */
@RestController
@RequestMapping("/api/v1")
class ComplianceController {
    private static final Duration LONGEST = Duration.ofDays(400);
    private static final Duration USUAL = Duration.ofDays(30);
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2199-01-01T00:00:00Z");

    private final Compliance compliance;
    private final Clock clock;

    ComplianceController(Compliance compliance, Clock clock) {
        this.compliance = compliance;
        this.clock = clock;
    }

    record Report(Instant from, Instant to, List<Compliance.Line> lines) {}

    /**
     * Promises kept and missed by coverage code and milestone, of the milestones due in a span of at most 400 days.
     *
     * @param from 30 days before the end if it is left out
     * @param to now if it is left out; milestones due then are not in the span any more
     * @param branch path of an organisation unit
     */
    @GetMapping("/compliance")
    @Reads("sla.read")
    Report report(@RequestParam(required = false) @Nullable Instant from, @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable @Size(max = 400) String branch) {
        Compliance.Span span = span(from, to, branch);
        return new Report(span.from(), span.to(), compliance.lines(Actors.current().scope(), span));
    }

    /** The milestones behind the figures, the latest first. */
    @GetMapping("/milestones")
    @Reads("sla.read")
    Page<Compliance.Row> milestones(@RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to, @RequestParam(required = false) @Nullable @Size(max = 400) String branch,
            @RequestParam(required = false) @Nullable @Size(max = 40) String coverage, @RequestParam(required = false) @Nullable Milestone milestone,
            @RequestParam(required = false) Compliance.@Nullable Verdict verdict, @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return compliance.milestones(Actors.current().scope(), span(from, to, branch), new Compliance.Which(Optional.ofNullable(coverage),
                Optional.ofNullable(milestone), Optional.ofNullable(verdict)), PageRequest.of(limit, cursor));
    }

    private Compliance.Span span(@Nullable Instant from, @Nullable Instant to, @Nullable String branch) {
        Instant end = inRange("to", to == null ? clock.instant() : to);
        Instant begin = inRange("from", from == null ? end.minus(USUAL) : from);
        if (!begin.isBefore(end) || Duration.between(begin, end).compareTo(LONGEST) > 0) {
            throw Problem.invalid("sla.span-out-of-range", Map.of("from", begin.toString(), "to", end.toString(), "days", LONGEST.toDays()));
        }
        return new Compliance.Span(begin, end, Optional.ofNullable(branch).map(ComplianceController::place));
    }

    private static Instant inRange(String field, Instant value) {
        if (value.isBefore(EARLIEST) || !value.isBefore(LATEST)) {
            throw Problem.invalidField(field, "platform.date-out-of-range", Map.of("value", value.toString()));
        }
        return value;
    }

    private static OrgPath place(String path) {
        try {
            return new OrgPath(path);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("sla.place-unknown", Map.of("value", path));
        }
    }
}
