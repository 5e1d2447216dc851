package org.firstfix.sla.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.contract.PauseRight;
import org.firstfix.worktime.Pause;
import org.firstfix.worktime.Pauses;

/**
 * A stretch in which the clock did not run.
 *
 * @param reason as in {@link org.firstfix.contract.PauseReason}; {@value #RESTORED} between a repair and its reopening
 * @param evidence why it is right to stop, in words
 * @param longest contract time that the right allows one pause; none between a repair and its reopening
 * @param limitAt the instant at which that much has passed: there it ends by itself
 * @param ranOut whether it ended so
 */
public record ClockPause(UUID id, Instant startedAt, Optional<Instant> endedAt, String reason, String evidence, String pausedBy,
        Optional<Duration> longest, Optional<Instant> limitAt, boolean ranOut) {
    public static final String RESTORED = "RESTORED";

    static ClockPause since(Instant at, PauseRight right, String evidence, String by) {
        return new ClockPause(UUID.randomUUID(), at, Optional.empty(), right.reason().name(), evidence, by, Optional.of(right.longest()),
                Optional.empty(), false);
    }

    static ClockPause whileThoughtRestored(Instant from, Instant until, String why, String by) {
        return new ClockPause(UUID.randomUUID(), from, Optional.of(until), RESTORED, why, by, Optional.empty(), Optional.empty(), false);
    }

    boolean isOpen() {
        return endedAt.isEmpty();
    }

    /** Half-open: at its end the clock runs again. */
    boolean covers(Instant at) {
        return !at.isBefore(startedAt) && endedAt.filter(end -> !at.isBefore(end)).isEmpty();
    }

    boolean isOverBy(Instant at) {
        return isOpen() && limitAt.filter(limit -> !limit.isAfter(at)).isPresent();
    }

    ClockPause endingAt(Instant at) {
        return ending(at.isBefore(startedAt) ? startedAt : at, false);
    }

    /** Ends by itself where its longest duration passed before its end, or before now while it is open. */
    ClockPause runOutBy(Instant now) {
        return limitAt.filter(limit -> !limit.isAfter(endedAt.orElse(now))).map(limit -> ending(limit, true)).orElse(this);
    }

    ClockPause startingAt(Instant at) {
        return new ClockPause(id, at, endedAt, reason, evidence, pausedBy, longest, limitAt, ranOut);
    }

    private ClockPause ending(Instant at, boolean byItself) {
        return new ClockPause(id, startedAt, Optional.of(at), reason, evidence, pausedBy, longest, limitAt, byItself);
    }

    ClockPause limitedTo(Instant limit) {
        return new ClockPause(id, startedAt, endedAt, reason, evidence, pausedBy, longest, Optional.of(limit), ranOut);
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
