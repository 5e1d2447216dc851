package org.firstfix.sla.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.worktime.Pause;
import org.firstfix.worktime.Pauses;

/**
 * A stretch in which the clock did not run.
 *
 * @param reason WAITING_FOR_CUSTOMER, CUSTOMER_NOT_READY, ...; {@value #RESTORED} between a repair and its reopening
 * @param evidence why it is right to stop, in words
 */
public record ClockPause(UUID id, Instant startedAt, Optional<Instant> endedAt, String reason, String evidence, String pausedBy) {
    public static final String RESTORED = "RESTORED";

    ClockPause endingAt(Instant at) {
        return new ClockPause(id, startedAt, Optional.of(at.isBefore(startedAt) ? startedAt : at), reason, evidence, pausedBy);
    }

    /** As the engine takes them. */
    public static Pauses all(List<ClockPause> pauses) {
        return Pauses.of(pauses.stream().map(pause -> pause.endedAt().map(end -> Pause.between(pause.startedAt(), end, pause.reason()))
                .orElseGet(() -> Pause.since(pause.startedAt(), pause.reason()))).toList());
    }

    /** As they stood at a moment: later ones are left out, one under way ends there. */
    public static Pauses until(List<ClockPause> pauses, Instant moment) {
        return Pauses.of(pauses.stream().filter(pause -> pause.startedAt().isBefore(moment)).map(pause -> Pause.between(pause.startedAt(),
                pause.endedAt().filter(end -> end.isBefore(moment)).orElse(moment), pause.reason())).toList());
    }
}
