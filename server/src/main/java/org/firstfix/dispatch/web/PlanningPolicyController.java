package org.firstfix.dispatch.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.dispatch.domain.PlanningPolicy;
import org.firstfix.dispatch.query.Branches;
import org.firstfix.dispatch.query.PlanningPolicyScreen;
import org.firstfix.dispatch.query.TrialScreen;
import org.firstfix.dispatch.usecase.DecidePlanningPolicy;
import org.firstfix.dispatch.usecase.TryPolicy;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.web.Performs;
import org.firstfix.platform.web.Reads;
import org.firstfix.platform.web.Versioned;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What plans weigh: looked at, tried on days that are over, decided. */
@RestController
@RequestMapping("/api/v1")
class PlanningPolicyController {
    private final PlanningPolicyScreen screen;
    private final TrialScreen trials;
    private final Branches branches;
    private final DecidePlanningPolicy decide;
    private final TryPolicy tryPolicy;

    PlanningPolicyController(PlanningPolicyScreen screen, TrialScreen trials, Branches branches, DecidePlanningPolicy decide, TryPolicy tryPolicy) {
        this.screen = screen;
        this.trials = trials;
        this.branches = branches;
        this.decide = decide;
        this.tryPolicy = tryPolicy;
    }

    /**
     * @param policy null: as the unit above has it
     * @param untried why without a trial; needed unless exactly this policy was tried against the one in force
     */
    record PolicyDecision(@Nullable PlanningPolicy policy, @NotBlank @Size(max = 1000) String reason, @Nullable @Size(max = 1000) String untried) {}

    /** @param branchCode on whose days; null: of the unit itself */
    record NewTrial(@NotNull PlanningPolicy policy, @Nullable @Size(max = 40) String branchCode, @NotNull LocalDate firstDay, @NotNull LocalDate lastDay,
            @Nullable @Size(max = 500) String note) {}

    record Policies(List<PlanningPolicyScreen.Row> items) {}

    @GetMapping("/planning-policies")
    @Reads("dispatch.read")
    Policies list() {
        return new Policies(screen.list(Actors.current().scope()));
    }

    @GetMapping("/planning-policies/{unitCode}")
    @Reads("dispatch.read")
    ResponseEntity<PlanningPolicyScreen.View> show(@PathVariable String unitCode) {
        PlanningPolicyScreen.View view = screen.of(unitCode);
        return Versioned.ok(view, view.version());
    }

    @PutMapping("/planning-policies/{unitCode}")
    @Performs(DecidePlanningPolicy.class)
    ResponseEntity<PlanningPolicyScreen.View> decide(@PathVariable String unitCode,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, @Valid @RequestBody PolicyDecision decision) {
        decide.handle(new DecidePlanningPolicy.Command(unitCode, Optional.ofNullable(decision.policy()), decision.reason(),
                Optional.ofNullable(decision.untried()), Versioned.expected(ifMatch)));
        return show(unitCode);
    }

    /** Computed in the background, day by day. */
    @PostMapping("/planning-policies/{unitCode}/trials")
    @Performs(TryPolicy.class)
    @ResponseStatus(HttpStatus.ACCEPTED)
    TrialScreen.View tryOut(@PathVariable String unitCode, @Valid @RequestBody NewTrial wanted) {
        return trials.of(tryPolicy.handle(new TryPolicy.Command(unitCode, Optional.ofNullable(wanted.branchCode()), wanted.policy(), wanted.firstDay(),
                wanted.lastDay(), Objects.requireNonNullElse(wanted.note(), ""))));
    }

    /** @param unit code; null: all within the caller's reach */
    @GetMapping("/policy-trials")
    @Reads("dispatch.read")
    Page<TrialScreen.Row> trials(@RequestParam(required = false) @Nullable String unit, @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return trials.list(Actors.current().scope(), Optional.ofNullable(unit).map(branches::pathOf), PageRequest.of(limit, cursor));
    }

    @GetMapping("/policy-trials/{id}")
    @Reads("dispatch.read")
    TrialScreen.View trial(@PathVariable UUID id) {
        return trials.of(id);
    }
}
