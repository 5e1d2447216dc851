package org.firstfix.diagnosis.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.firstfix.diagnosis.DiagnosisApi.Cause;
import org.firstfix.diagnosis.query.Causes;
import org.firstfix.diagnosis.query.CountedCausesFor;
import org.firstfix.diagnosis.query.DiagnosisQueue;
import org.firstfix.diagnosis.query.Scoreboard;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.web.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What past cases taught, what waits for technical support, and how often predictions were right. */
@RestController
@RequestMapping("/api/v1")
class KnowledgeController {
    private final Causes causes;
    private final CountedCausesFor counted;
    private final DiagnosisQueue queue;
    private final Scoreboard scoreboard;

    KnowledgeController(Causes causes, CountedCausesFor counted, DiagnosisQueue queue, Scoreboard scoreboard) {
        this.causes = causes;
        this.counted = counted;
        this.queue = queue;
        this.scoreboard = scoreboard;
    }

    record CauseChoices(List<Cause> items) {}

    record Scores(List<Scoreboard.Line> byPerson, List<Scoreboard.Line> bySymptom) {}

    /** The catalogue of causes: parents group, leaves are chosen. */
    @GetMapping("/causes")
    @Reads("diagnosis.read")
    CauseChoices causes() {
        return new CauseChoices(causes.all());
    }

    /** @param family of the machine; without one all families count */
    @GetMapping("/counted-causes")
    @Reads("diagnosis.read")
    CountedCausesFor.View counted(@RequestParam String symptom, @RequestParam Optional<String> family) {
        return counted.of(Optional.of(symptom), family.filter(text -> !text.isBlank()));
    }

    /** What waits for technical support, the most urgent first. */
    @GetMapping("/diagnoses")
    @Reads("diagnosis.read")
    Page<DiagnosisQueue.Line> queue(@RequestParam(defaultValue = "DIAGNOSIS") DiagnosisQueue.Waiting waitingFor,
            @RequestParam(required = false) @Nullable Integer limit, @RequestParam(required = false) @Nullable String cursor) {
        return queue.of(waitingFor, Actors.current().scope(), PageRequest.of(limit, cursor));
    }

    /** How often predictions were right, of those whose truth became known in that time. */
    @GetMapping("/diagnosis-scores")
    @Reads("diagnosis.read")
    Scores scores(@RequestParam Optional<Instant> from, @RequestParam Optional<Instant> to) {
        return new Scores(scoreboard.byPerson(from, to), scoreboard.bySymptom(from, to));
    }
}
