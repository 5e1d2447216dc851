package org.firstfix.sla.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.asset.Importance;
import org.firstfix.contract.Impact;
import org.firstfix.contract.Milestone;
import org.firstfix.contract.Priority;
import org.firstfix.contract.SpecialTarget;
import org.firstfix.contract.Targets;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.web.Reads;
import org.firstfix.sla.query.Compliance;
import org.firstfix.sla.query.PolicyTrial;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whether promises were kept. */
@RestController
@RequestMapping("/api/v1")
class ComplianceController {
    private static final int MOST_TRIED = 50;
    private static final int LONGEST_MINUTES = 366 * 24 * 60;

    private final Compliance compliance;
    private final PolicyTrial trial;
    private final Spans spans;

    ComplianceController(Compliance compliance, PolicyTrial trial, Spans spans) {
        this.compliance = compliance;
        this.trial = trial;
        this.spans = spans;
    }

    /** @param minutes contract time, at most a year */
    record Target(@NotNull Priority priority, @NotNull Milestone milestone, @Min(1) @Max(LONGEST_MINUTES) int minutes) {}

    record Special(@NotNull Milestone milestone, @Nullable Priority priority, @Nullable Importance importance, @Nullable Impact impact,
            @Min(1) @Max(LONGEST_MINUTES) int minutes) {
        SpecialTarget target() {
            return new SpecialTarget(milestone, Optional.ofNullable(priority), Optional.ofNullable(importance), Optional.ofNullable(impact), minutes);
        }
    }

    /** @param cases how many of the last cases, 1 to 50; ten if it is left out */
    record Trial(@NotBlank @Size(max = 40) String coverageCode, @NotBlank @Size(max = 40) String calendarCode,
            @NotNull @Size(max = 60) List<@Valid @NotNull Target> targets,
            @Nullable @Size(max = 50) List<@Valid @NotNull Special> specialTargets, @Nullable @Min(1) @Max(MOST_TRIED) Integer cases) {
        private List<SpecialTarget> specials() {
            return Optional.ofNullable(specialTargets).orElse(List.of()).stream().map(Special::target).toList();
        }

        PolicyTrial.Wish wish() {
            Map<Priority, Map<Milestone, Duration>> durations = new EnumMap<>(Priority.class);
            targets.forEach(target -> durations.computeIfAbsent(target.priority(), any -> new EnumMap<>(Milestone.class))
                    .put(target.milestone(), Duration.ofMinutes(target.minutes())));
            return new PolicyTrial.Wish(coverageCode, calendarCode, new Targets(durations, specials(), List.of()), cases == null ? 10 : cases);
        }
    }

    /** What other targets or another calendar would have meant for the last cases of a contract level. A question, although it is a POST. */
    @PostMapping("/policy-trials")
    @Reads("sla.read")
    PolicyTrial.View trial(@Valid @RequestBody Trial trial) {
        return this.trial.show(Actors.current().scope(), trial.wish());
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
        Compliance.Span span = spans.of(from, to, branch);
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
        return compliance.milestones(Actors.current().scope(), spans.of(from, to, branch), new Compliance.Which(Optional.ofNullable(coverage),
                Optional.ofNullable(milestone), Optional.ofNullable(verdict)), PageRequest.of(limit, cursor));
    }
}
