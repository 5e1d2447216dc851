package org.firstfix.diagnosis.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.firstfix.diagnosis.domain.CarryingPolicies;
import org.firstfix.diagnosis.domain.CarryingPolicy;
import org.firstfix.diagnosis.domain.RepeatFault.Verdict;
import org.firstfix.diagnosis.query.CalibrationChart;
import org.firstfix.diagnosis.query.LearningLog;
import org.firstfix.diagnosis.query.Period;
import org.firstfix.diagnosis.query.RepeatFaultList;
import org.firstfix.diagnosis.query.Scoreboard;
import org.firstfix.diagnosis.query.WeakPoints;
import org.firstfix.diagnosis.usecase.ChangeCarryingPolicy;
import org.firstfix.diagnosis.usecase.JudgeRepeatFault;
import org.firstfix.diagnosis.usecase.LearnAnew;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.web.Performs;
import org.firstfix.platform.web.Reads;
import org.firstfix.platform.web.Versioned;
import org.jspecify.annotations.Nullable;
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

/** Were we right, what was learnt, what comes back, and where products are weak. Periods are a year long where nothing is said. */
@RestController
@RequestMapping("/api/v1")
class LearningController {
    private final Scoreboard scoreboard;
    private final CalibrationChart calibration;
    private final WeakPoints weakPoints;
    private final RepeatFaultList repeats;
    private final LearningLog log;
    private final CarryingPolicies policies;
    private final JudgeRepeatFault judgeRepeatFault;
    private final LearnAnew learnAnew;
    private final ChangeCarryingPolicy changeCarryingPolicy;
    private final Clock clock;

    LearningController(Scoreboard scoreboard, CalibrationChart calibration, WeakPoints weakPoints, RepeatFaultList repeats, LearningLog log,
            CarryingPolicies policies, JudgeRepeatFault judgeRepeatFault, LearnAnew learnAnew, ChangeCarryingPolicy changeCarryingPolicy, Clock clock) {
        this.scoreboard = scoreboard;
        this.calibration = calibration;
        this.weakPoints = weakPoints;
        this.repeats = repeats;
        this.log = log;
        this.policies = policies;
        this.judgeRepeatFault = judgeRepeatFault;
        this.learnAnew = learnAnew;
        this.changeCarryingPolicy = changeCarryingPolicy;
        this.clock = clock;
    }

    record Scores(Instant from, Instant to, Scoreboard.Line all, List<Scoreboard.Line> byPerson, List<Scoreboard.Line> bySymptom, List<Scoreboard.Line> byModel,
            RepeatFaultList.FirstTimeFix firstTimeFix) {}

    /** How often predictions were right, of those whose truth became known in that time. */
    @GetMapping("/diagnosis-scores")
    @Reads("diagnosis.read")
    Scores scores(@RequestParam Optional<Instant> from, @RequestParam Optional<Instant> to) {
        Period period = Period.of(from, to, clock.instant());
        return new Scores(period.from(), period.to(), scoreboard.all(period), scoreboard.lines(Scoreboard.By.PERSON, period), scoreboard.lines(Scoreboard.By.SYMPTOM, period),
                scoreboard.lines(Scoreboard.By.MODEL, period), repeats.firstTimeFix(period));
    }

    record Calibrations(CalibrationChart.View engine, CalibrationChart.View promise, CalibrationChart.View people) {}

    /** When we said 70 %, how often was it so. */
    @GetMapping("/diagnosis-calibration")
    @Reads("diagnosis.read")
    Calibrations calibration(@RequestParam Optional<Instant> from, @RequestParam Optional<Instant> to) {
        Period period = Period.of(from, to, clock.instant());
        return new Calibrations(calibration.of(CalibrationChart.Of.ENGINE, period), calibration.of(CalibrationChart.Of.PROMISE, period),
                calibration.of(CalibrationChart.Of.PEOPLE, period));
    }

    /** Which models, causes, parts, firmware and sites fail most, and what it costs; at most 100 lines, the most frequent first. */
    @GetMapping("/weak-points")
    @Reads("diagnosis.read")
    WeakPoints.View weakPoints(@RequestParam(defaultValue = "CAUSE") WeakPoints.By by, @RequestParam Optional<Instant> from,
            @RequestParam Optional<Instant> to, @RequestParam Optional<String> family, @RequestParam Optional<String> symptom,
            @RequestParam Optional<String> cause, @RequestParam Optional<String> model) {
        return weakPoints.of(by, Period.of(from, to, clock.instant()), new WeakPoints.Within(present(family), present(symptom), present(cause), present(model)));
    }

    /** The same lines as a list, for an export. */
    @GetMapping("/weak-points/lines")
    @Reads("diagnosis.read")
    Page<WeakPoints.Line> weakPointLines(@RequestParam(defaultValue = "CAUSE") WeakPoints.By by, @RequestParam Optional<Instant> from,
            @RequestParam Optional<Instant> to, @RequestParam Optional<String> family, @RequestParam Optional<String> symptom,
            @RequestParam Optional<String> cause, @RequestParam Optional<String> model) {
        return new Page<>(weakPoints(by, from, to, family, symptom, cause, model).items(), null);
    }

    private static Optional<String> present(Optional<String> text) {
        return text.filter(value -> !value.isBlank());
    }

    /** Faults that came back, the newest first. @param open only those of which nobody has said why */
    @GetMapping("/repeat-faults")
    @Reads("diagnosis.read")
    Page<RepeatFaultList.Line> repeats(@RequestParam(defaultValue = "false") boolean open, @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return repeats.of(Actors.current().scope(), open, PageRequest.of(limit, cursor));
    }

    /** @param version of the line as it was shown */
    record WhyItCameBack(@NotNull Verdict verdict, @NotBlank @Size(max = 1000) String note, @NotNull Integer version) {}

    @PostMapping("/repeat-faults/{caseNumber}/verdict")
    @Performs(JudgeRepeatFault.class)
    ResponseEntity<Void> judge(@PathVariable String caseNumber, @Valid @RequestBody WhyItCameBack why) {
        judgeRepeatFault.handle(new JudgeRepeatFault.Command(caseNumber, why.verdict(), why.note().strip(), why.version()));
        return ResponseEntity.noContent().build();
    }

    /** What each night taught, the newest first. */
    @GetMapping("/learning-reports")
    @Reads("diagnosis.read")
    Page<LearningLog.Report> learning(@RequestParam(required = false) @Nullable Integer limit, @RequestParam(required = false) @Nullable String cursor) {
        return log.reports(PageRequest.of(limit, cursor));
    }

    record ModelList(List<LearningLog.Model> items) {}

    /** The models that predict or did, the newest first; at most 50. */
    @GetMapping("/diagnosis-models")
    @Reads("diagnosis.read")
    ModelList models() {
        return new ModelList(log.models());
    }

    /** @param decision FIRST, SHADOW_BEGINS, SHADOW_WAITS, SHADOW_WINS, SHADOW_LOSES or NOTHING_NEW */
    record Learnt(String decision) {}

    /** Does now what happens each night: decides on the shadow, begins a new one, reports what changed. */
    @PostMapping("/learning-reports")
    @Performs(LearnAnew.class)
    Learnt learn() {
        return new Learnt(learnAnew.handle());
    }

    @GetMapping("/carrying-policy")
    @Reads("diagnosis.read")
    ResponseEntity<CarryingPolicy> policy() {
        CarryingPolicy current = policies.current();
        return Versioned.ok(current, current.version());
    }

    /** All in the house's money; {@code parts} are the kinds of parts whose costs differ from the usual ones. */
    record PolicyRequest(@NotNull @DecimalMin("0.01") @DecimalMax("1000000") BigDecimal secondVisitCost,
            @NotNull @DecimalMin("0") @DecimalMax("1000000") BigDecimal usualPartPrice,
            @NotNull @DecimalMin("0") @DecimalMax("1000000") BigDecimal unusedPartCost, @Min(1) @Max(365) int repeatDays,
            @NotNull @Size(max = 500) List<@Valid PartCostRequest> parts, @NotBlank @Size(max = 1000) String reason) {}

    record PartCostRequest(@NotBlank @Size(max = 60) String partKind, @NotNull @DecimalMin("0") @DecimalMax("10000000") BigDecimal price,
            @NotNull @DecimalMin("0") @DecimalMax("1000000") BigDecimal unused, @NotNull @DecimalMin("0") @DecimalMax("1000000") BigDecimal scarcity,
            boolean inStock) {}

    @PutMapping("/carrying-policy")
    @Performs(ChangeCarryingPolicy.class)
    ResponseEntity<CarryingPolicy> change(@RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody PolicyRequest wanted) {
        CarryingPolicy changed = changeCarryingPolicy.handle(new ChangeCarryingPolicy.Command(wanted.secondVisitCost(), wanted.usualPartPrice(),
                wanted.unusedPartCost(), wanted.repeatDays(), wanted.parts().stream().map(part -> new CarryingPolicy.PartCost(part.partKind(), part.price(),
                        part.unused(), part.scarcity(), part.inStock())).toList(), wanted.reason().strip(), Versioned.expected(ifMatch)));
        return Versioned.ok(changed, changed.version());
    }
}
