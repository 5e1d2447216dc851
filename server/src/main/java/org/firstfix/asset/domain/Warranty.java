package org.firstfix.asset.domain;

import java.time.LocalDate;
import java.util.Optional;

/** The maker's warranty in days at the site; first and last day count. */
public record Warranty(Optional<LocalDate> start, Optional<LocalDate> end) {
    /** A warranty does not end before it starts. */
    public boolean runsForward() {
        return start.isEmpty() || end.isEmpty() || !end.get().isBefore(start.get());
    }

    public State on(LocalDate day) {
        if (end.isEmpty()) {
            return State.UNKNOWN;
        }
        if (start.isPresent() && day.isBefore(start.get())) {
            return State.NOT_STARTED;
        }
        return day.isAfter(end.get()) ? State.EXPIRED : State.RUNNING;
    }

    public enum State {
        UNKNOWN, NOT_STARTED, RUNNING, EXPIRED
    }
}
