package org.firstfix.sla.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.firstfix.contract.Milestone;

/**
 * One promise of a clock and how it stands.
 *
 * @param target contract time from the start of the clock
 * @param calendar in which the target counts
 * @param dueAt none while paused and when nothing is waited for any more
 * @param warned whether its warning was announced
 * @param remaining contract time left while paused
 * @param missed whether the time passed before it was reached
 * @param awaited whether somebody still has to do it, in time or late
 */
public record MilestoneClock(Milestone kind, Duration target, CalendarKey calendar, Status status, Optional<Instant> dueAt,
        Optional<Instant> warnAt, boolean warned, Optional<Duration> remaining, Optional<Instant> reachedAt, boolean missed,
        boolean awaited) {
    public enum Status {
        RUNNING,
        PAUSED,
        MET,
        MISSED,
        CANCELLED
    }

    static MilestoneClock awaiting(Milestone kind, Duration target, CalendarKey calendar) {
        return new MilestoneClock(kind, target, calendar, Status.RUNNING, Optional.empty(), Optional.empty(), false, Optional.empty(),
                Optional.empty(), false, true);
    }

    /** Runs or pauses: its time has not come yet. */
    boolean undecided() {
        return awaited && !missed;
    }

    boolean cancelled() {
        return !awaited && reachedAt.isEmpty();
    }

    MilestoneClock running(Instant due, Instant warning, boolean warningAnnounced) {
        return new MilestoneClock(kind, target, calendar, Status.RUNNING, Optional.of(due), Optional.of(warning), warningAnnounced,
                Optional.empty(), Optional.empty(), false, true);
    }

    MilestoneClock paused(Duration left) {
        return new MilestoneClock(kind, target, calendar, Status.PAUSED, Optional.empty(), Optional.empty(), warned,
                Optional.of(left), Optional.empty(), false, true);
    }

    /** Its time passed and it is still waited for. */
    MilestoneClock late(Instant due) {
        return new MilestoneClock(kind, target, calendar, Status.MISSED, Optional.of(due), Optional.empty(), true, Optional.empty(),
                Optional.empty(), true, true);
    }

    MilestoneClock reached(Instant at, Instant due) {
        boolean tooLate = at.isAfter(due);
        return new MilestoneClock(kind, target, calendar, tooLate ? Status.MISSED : Status.MET, Optional.of(due), Optional.empty(),
                warned, Optional.empty(), Optional.of(at), tooLate, false);
    }

    /** Nobody waits for it any more; what was missed stays missed. */
    MilestoneClock given(boolean tooLate, Optional<Instant> due) {
        return new MilestoneClock(kind, target, calendar, tooLate ? Status.MISSED : Status.CANCELLED, tooLate ? due : Optional.empty(),
                Optional.empty(), warned, Optional.empty(), Optional.empty(), tooLate, false);
    }

    MilestoneClock awaitedAgain() {
        return new MilestoneClock(kind, target, calendar, missed ? Status.MISSED : Status.RUNNING, dueAt, Optional.empty(), missed,
                Optional.empty(), Optional.empty(), missed, true);
    }

    MilestoneClock promised(Duration newTarget, CalendarKey newCalendar) {
        return new MilestoneClock(kind, newTarget, newCalendar, status, dueAt, warnAt, warned, remaining, reachedAt, missed, awaited);
    }

    MilestoneClock warningAnnounced() {
        return new MilestoneClock(kind, target, calendar, status, dueAt, warnAt, true, remaining, reachedAt, missed, awaited);
    }
}
