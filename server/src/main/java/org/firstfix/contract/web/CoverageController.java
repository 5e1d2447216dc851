package org.firstfix.contract.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.firstfix.contract.Milestone;
import org.firstfix.contract.Priority;
import org.firstfix.contract.domain.CoverageCode;
import org.firstfix.contract.domain.SpecialTargetRules;
import org.firstfix.contract.query.CoverageCatalogue;
import org.firstfix.contract.usecase.ChangeCoverage;
import org.firstfix.contract.usecase.DefineCoverage;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.web.Performs;
import org.firstfix.platform.web.Reads;
import org.firstfix.platform.web.Versioned;
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
import org.springframework.web.bind.annotation.RestController;

/** Levels of service as data. */
@RestController
@RequestMapping("/api/v1/coverage-codes")
class CoverageController {
    static final int LONGEST_MINUTES = 525_600;

    private final CoverageCatalogue catalogue;
    private final DefineCoverage defineCoverage;
    private final ChangeCoverage changeCoverage;

    CoverageController(CoverageCatalogue catalogue, DefineCoverage defineCoverage, ChangeCoverage changeCoverage) {
        this.catalogue = catalogue;
        this.defineCoverage = defineCoverage;
        this.changeCoverage = changeCoverage;
    }

    /** @param minutes contract time, at most a year */
    record Target(@NotNull Priority priority, @NotNull Milestone milestone, @Min(1) @Max(LONGEST_MINUTES) int minutes) {}

    /** @param pauseRights of the code; none where the house decides */
    record Promise(@NotBlank @Size(max = 100) String nameZh, @NotBlank @Size(max = 100) String nameEn,
            @NotBlank @Size(max = 40) String calendarCode, boolean active, @NotNull @Size(max = 20) List<@Valid @NotNull Target> targets,
            @Nullable @Size(max = 50) List<@Valid @NotNull SpecialTargetRequest> specialTargets,
            @Nullable @Size(max = 20) List<@Valid @NotNull PauseRightRequest> pauseRights) {
        CoverageCode coverage(String code, int version) {
            Map<Priority, Map<Milestone, Duration>> durations = new EnumMap<>(Priority.class);
            targets.forEach(target -> {
                Duration before = durations.computeIfAbsent(target.priority(), priority -> new EnumMap<>(Milestone.class))
                        .put(target.milestone(), Duration.ofMinutes(target.minutes()));
                if (before != null) {
                    throw Problem.invalidField("targets", "contract.target-twice",
                            Map.of("priority", target.priority().name(), "milestone", target.milestone().name()));
                }
            });
            return new CoverageCode(code, nameZh.strip(), nameEn.strip(), calendarCode, active, durations,
                    SpecialTargetRules.checked("promise.specialTargets", SpecialTargetRequest.read(specialTargets)),
                    PauseRightRequest.checked("promise.pauseRights", pauseRights), version);
        }
    }

    record NewCoverage(@NotBlank @Size(max = 40) @Pattern(regexp = "[A-Za-z0-9._-]*") String code, @NotNull @Valid Promise promise) {}

    record CoverageChangeRequest(@NotNull @Valid Promise promise, @NotNull @Size(max = 1_000) String reason) {}

    @GetMapping
    @Reads("contract.read")
    Page<CoverageCatalogue.View> coverageCodes() {
        return new Page<>(catalogue.all(), null);
    }

    @GetMapping("/{code}")
    @Reads("contract.read")
    ResponseEntity<CoverageCatalogue.View> coverageCode(@PathVariable @Size(max = 40) String code) {
        CoverageCatalogue.View coverage = catalogue.find(code).orElseThrow(() -> Problem.notFound("coverage", code));
        return Versioned.ok(coverage, coverage.version());
    }

    @PostMapping
    @Performs(DefineCoverage.class)
    ResponseEntity<CoverageCatalogue.View> define(@Valid @RequestBody NewCoverage coverage) {
        CoverageCode defined = defineCoverage.handle(new DefineCoverage.Command(coverage.promise().coverage(coverage.code(), 0)));
        return ResponseEntity.status(HttpStatus.CREATED).eTag("\"0\"").body(CoverageCatalogue.view(defined));
    }

    @PutMapping("/{code}")
    @Performs(ChangeCoverage.class)
    ResponseEntity<CoverageCatalogue.View> change(@PathVariable @Size(max = 40) String code,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody CoverageChangeRequest change) {
        CoverageCode changed = changeCoverage.handle(new ChangeCoverage.Command(
                change.promise().coverage(code, Versioned.expected(ifMatch)), change.reason()));
        return Versioned.ok(CoverageCatalogue.view(changed), changed.version());
    }
}
