package org.firstfix.sla.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.web.Performs;
import org.firstfix.platform.web.Reads;
import org.firstfix.platform.web.Versioned;
import org.firstfix.sla.ServiceMoment;
import org.firstfix.sla.domain.ServiceStandard;
import org.firstfix.sla.query.Compliance;
import org.firstfix.sla.query.StandardReport;
import org.firstfix.sla.usecase.ChangeStandard;
import org.firstfix.sla.usecase.DefineStandard;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Service standards: what the house promises beside contracts, and what came of it. */
@RestController
@RequestMapping("/api/v1")
class StandardController {
    private static final int LONGEST_MINUTES = 525_600;

    private final StandardReport report;
    private final DefineStandard defineStandard;
    private final ChangeStandard changeStandard;
    private final Spans spans;

    StandardController(StandardReport report, DefineStandard defineStandard, ChangeStandard changeStandard, Spans spans) {
        this.report = report;
        this.defineStandard = defineStandard;
        this.changeStandard = changeStandard;
        this.spans = spans;
    }

    /**
     * @param tier of the customers it holds for; every one if it is left out
     * @param minutes working time of the calendar, at most a year
     * @param responsibleRole of the department that keeps it
     */
    record Promise(@NotBlank @Size(max = 100) String nameZh, @NotBlank @Size(max = 100) String nameEn, ServiceStandard.@NotNull Audience audience,
            @Nullable @Size(max = 40) String tier, @NotNull ServiceMoment beginsWith, @NotNull ServiceMoment endsWith,
            @Min(1) @Max(LONGEST_MINUTES) int minutes, @NotBlank @Size(max = 40) String calendarCode,
            @NotBlank @Size(max = 40) String responsibleRole, boolean active) {
        ServiceStandard standard(String code, int version) {
            return new ServiceStandard(code, nameZh.strip(), nameEn.strip(), audience, Optional.ofNullable(tier).filter(text -> !text.isBlank()),
                    beginsWith, endsWith, Duration.ofMinutes(minutes), calendarCode, responsibleRole, active, version);
        }
    }

    record NewStandard(@NotBlank @Pattern(regexp = "[A-Z][A-Z0-9_]{0,39}") String code, @NotNull @Valid Promise promise) {}

    record StandardChangeRequest(@NotNull @Valid Promise promise, @NotNull @Size(max = 1_000) String reason) {}

    /**
     * Every standard, and how well it was kept in a span of at most 400 days.
     *
     * @param from 30 days before the end if it is left out
     * @param to now if it is left out
     * @param branch path of an organisation unit
     */
    @GetMapping("/standards")
    @Reads("sla.read")
    Standards standards(@RequestParam(required = false) @Nullable Instant from, @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable @Size(max = 400) String branch) {
        Compliance.Span span = spans.of(from, to, branch);
        return new Standards(span.from(), span.to(), report.lines(Actors.current().scope(), span));
    }

    record Standards(Instant from, Instant to, List<StandardReport.Line> lines) {}

    @PostMapping("/standards")
    @Performs(DefineStandard.class)
    ResponseEntity<StandardReport.View> define(@Valid @RequestBody NewStandard standard) {
        ServiceStandard defined = defineStandard.handle(new DefineStandard.Command(standard.promise().standard(standard.code(), 0)));
        return ResponseEntity.status(HttpStatus.CREATED).eTag("\"0\"").body(StandardReport.View.of(defined));
    }

    @PutMapping("/standards/{code}")
    @Performs(ChangeStandard.class)
    ResponseEntity<StandardReport.View> change(@PathVariable @Size(max = 40) String code,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch, @Valid @RequestBody StandardChangeRequest change) {
        ServiceStandard changed = changeStandard.handle(new ChangeStandard.Command(
                change.promise().standard(code, Versioned.expected(ifMatch)), change.reason()));
        return Versioned.ok(StandardReport.View.of(changed), changed.version());
    }

    /** What stands behind the figures, the latest first. */
    @GetMapping("/standard-clocks")
    @Reads("sla.read")
    Page<StandardReport.Row> clocks(@RequestParam(required = false) @Nullable Instant from, @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable @Size(max = 400) String branch,
            @RequestParam(required = false) @Nullable @Size(max = 40) String standard,
            @RequestParam(required = false) Compliance.@Nullable Verdict verdict, @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return report.clocks(Actors.current().scope(), spans.of(from, to, branch), Optional.ofNullable(standard), Optional.ofNullable(verdict),
                PageRequest.of(limit, cursor));
    }
}
