package org.firstfix.knowledge.domain;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.firstfix.platform.problem.Problem;

/**
 * Somebody went through an article or a script on a case: what came of each step and of the whole.
 *
 * @param id chosen by whoever followed it, so that a telephone may tell it twice
 * @param ticks of the steps that were tried, in any order
 */
public record Following(UUID id, Result result, String note, Instant beganAt, Instant endedAt, List<Tick> ticks) {
    public enum Result {
        SOLVED,
        NOT_SOLVED,
        /** Broken off: it did not fit, or there was no time. Says nothing about what it is worth. */
        ABANDONED
    }

    public enum StepResult {
        DONE,
        FAILED
    }

    /** @param position of the step, 1 and up */
    public record Tick(int position, StepResult result, String note, Instant at) {}

    public Following {
        note = note.strip();
        ticks = List.copyOf(ticks);
    }

    /** @throws Problem 400 if this cannot have been how that content was followed */
    public void check(Content content) {
        Set<Integer> seen = new HashSet<>();
        for (Tick tick : ticks) {
            if (tick.position() < 1 || tick.position() > content.steps().size()) {
                throw Problem.invalidField("steps", "knowledge.step-unknown", Map.of("step", tick.position(), "count", content.steps().size()));
            }
            if (!seen.add(tick.position())) {
                throw Problem.invalidField("steps", "knowledge.step-twice", Map.of("step", tick.position()));
            }
        }
        if (endedAt.isBefore(beganAt)) {
            throw Problem.invalidField("endedAt", "knowledge.ended-before-it-began",
                    Map.of("beganAt", beganAt.toString(), "endedAt", endedAt.toString()));
        }
        if (result == Result.SOLVED && !content.steps().isEmpty() && ticks.isEmpty()) {
            throw Problem.invalidField("steps", "knowledge.solved-without-a-step", Map.of());
        }
    }
}
