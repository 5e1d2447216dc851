package org.firstfix.sla.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The stretches in which one clock did not run. No two overlap, and only the last may still be open. */
final class PauseBook {
    private final List<ClockPause> before;
    private final List<ClockPause> pauses;

    PauseBook(List<ClockPause> pauses) {
        before = List.copyOf(pauses);
        this.pauses = new ArrayList<>(pauses);
    }

    List<ClockPause> all() {
        return List.copyOf(pauses);
    }

    /** Those that began, ended or moved since the clock was read. */
    List<ClockPause> changed() {
        return pauses.stream().filter(pause -> !before.contains(pause)).toList();
    }

    Optional<ClockPause> open() {
        return pauses.stream().filter(ClockPause::isOpen).findFirst();
    }

    Optional<ClockPause> covering(Instant at) {
        return pauses.stream().filter(pause -> pause.covers(at)).findFirst();
    }

    /** When the clock stood still next, after an instant at which it ran. */
    Optional<Instant> nextStartAfter(Instant at) {
        return pauses.stream().filter(pause -> pause.isOpen() || pause.covers(pause.startedAt())).map(ClockPause::startedAt)
                .filter(start -> start.isAfter(at)).min(Comparator.naturalOrder());
    }

    void add(ClockPause pause) {
        pauses.add(pause);
    }

    ClockPause replace(ClockPause pause, UnaryOperator<ClockPause> change) {
        ClockPause changed = change.apply(pause);
        pauses.set(pauses.indexOf(pause), changed);
        return changed;
    }
}
