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

    /** How the clock stood still next, after an instant at which it ran. */
    Optional<ClockPause> nextAfter(Instant at) {
        return pauses.stream().filter(pause -> pause.covers(pause.startedAt()) && pause.startedAt().isAfter(at))
                .min(Comparator.comparing(ClockPause::startedAt));
    }

    /**
     * Writes down a pause that begins where the clock ran. What is known of later stays: it ends where the clock stood still
     * next, and is one with that pause if the reason is the same, or two short ones would pass the longest duration.
     *
     * @param limited gives a pause the instant at which it ends by itself
     */
    ClockPause begin(ClockPause begun, Instant now, UnaryOperator<ClockPause> limited) {
        Optional<ClockPause> next = nextAfter(begun.startedAt());
        Optional<ClockPause> same = next.filter(later -> later.reason().equals(begun.reason()));
        if (same.isPresent()) {
            return replace(same.get(), later -> limited.apply(later.startingAt(begun.startedAt())).runOutBy(now));
        }
        ClockPause pause = limited.apply(next.map(later -> begun.endingAt(later.startedAt())).orElse(begun)).runOutBy(now);
        pauses.add(pause);
        return pause;
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
