package org.firstfix.diagnosis.web;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.firstfix.diagnosis.DiagnosisApi.Cause;
import org.firstfix.diagnosis.query.Causes;
import org.firstfix.diagnosis.query.CountedCausesFor;
import org.firstfix.diagnosis.query.DiagnosisQueue;
import org.firstfix.diagnosis.query.PredictionView;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.web.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What past cases taught, what the engine says of a report, and what waits for technical support. */
@RestController
@RequestMapping("/api/v1")
class KnowledgeController {
    private final Causes causes;
    private final CountedCausesFor counted;
    private final PredictionView prediction;
    private final DiagnosisQueue queue;

    KnowledgeController(Causes causes, CountedCausesFor counted, PredictionView prediction, DiagnosisQueue queue) {
        this.causes = causes;
        this.counted = counted;
        this.prediction = prediction;
        this.queue = queue;
    }

    record CauseChoices(List<Cause> items) {}

    /** The causes in use: what has a parent can be chosen, the others group. */
    @GetMapping("/causes")
    @Reads("diagnosis.read")
    CauseChoices causes() {
        return new CauseChoices(causes.choices());
    }

    /** @param family of the machine; without one all families count */
    @GetMapping("/counted-causes")
    @Reads("diagnosis.read")
    CountedCausesFor.View counted(@RequestParam String symptom, @RequestParam Optional<String> family) {
        return counted.of(Optional.of(symptom), family.filter(text -> !text.isBlank()));
    }

    /**
     * What the engine says while a report is being written. Answers 204 while the engine is still learning, just after a start.
     *
     * @param words of the report so far, in any language
     * @param serial of a machine we know
     * @param family of the machine, where the machine itself is not known
     */
    @GetMapping("/predictions")
    @Reads("diagnosis.read")
    ResponseEntity<PredictionView.View> predict(@RequestParam(defaultValue = "") @Size(max = 4000) String words,
            @RequestParam Optional<@Size(max = 60) String> symptom, @RequestParam Optional<@Size(max = 100) String> serial,
            @RequestParam Optional<@Size(max = 60) String> family) {
        return prediction.about(words, present(symptom), present(serial), present(family)).map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    private static Optional<String> present(Optional<String> text) {
        return text.filter(value -> !value.isBlank());
    }

    /** What waits for technical support, the most urgent first. */
    @GetMapping("/diagnoses")
    @Reads("diagnosis.read")
    Page<DiagnosisQueue.Line> queue(@RequestParam(defaultValue = "DIAGNOSIS") DiagnosisQueue.Waiting waitingFor,
            @RequestParam(required = false) @Nullable Integer limit, @RequestParam(required = false) @Nullable String cursor) {
        return queue.of(waitingFor, Actors.current().scope(), PageRequest.of(limit, cursor));
    }
}
