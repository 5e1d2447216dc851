package org.firstfix.sla.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.firstfix.contract.Milestone;

/**
 * One promise of a clock and how it stands.
 *
 * @param target contract time from its begin
 * @param calendar in which the target counts
 * @param begunAt from when its time counts; none as long as nobody has asked for it
 * @param dueAt none while paused and when nothing is waited for any more
 * @param warned whether its warning was announced
 * @param remaining contract time left while paused
 * @param missed whether the time passed before it was reached
 * @param awaited whether somebody still has to do it, in time or late
 */
public record MilestoneClock(Milestone kind, Duration target, CalendarKey calendar, Status status, Optional<Instant> begunAt,
        Optional<Instant> dueAt, Optional<Instant> warnAt, boolean warned, Optional<Duration> remaining, Optional<Instant> reachedAt, boolean missed,
        boolean awaited) {
    public enum Status {
        /** Promised, but nothing has asked for it so far. */
        NOT_BEGUN,
        RUNNING,
        PAUSED,
        MET,
        MISSED,
        CANCELLED
    }

    /** As it is when the clock starts. */
    static MilestoneClock promised(Milestone kind, Duration target, CalendarKey calendar, Instant clockStart) {
        MilestoneClock promised = new MilestoneClock(kind, target, calendar, Status.NOT_BEGUN, Optional.empty(), Optional.empty(),
                Optional.empty(), false, Optional.empty(), Optional.empty(), false, false);
        return kind.countsFromTheReport() ? promised.begunAt(clockStart) : promised;
    }

    /** Its time counts from then on. */
    MilestoneClock begunAt(Instant at) {
        return new MilestoneClock(kind, target, calendar, Status.RUNNING, Optional.of(at), Optional.empty(), Optional.empty(), false,
                Optional.empty(), Optional.empty(), false, true);
    }

    /** Its time has not come yet, or has not even begun. */
    boolean undecided() {
        return awaited && !missed || notBegun();
    }

    public boolean notBegun() {
        return status == Status.NOT_BEGUN;
    }

    boolean cancelled() {
        return !awaited && reachedAt.isEmpty() && !notBegun();
    }

    MilestoneClock running(Instant due, Instant warning, boolean warningAnnounced) {
        return new MilestoneClock(kind, target, calendar, Status.RUNNING, begunAt, Optional.of(due), Optional.of(warning), warningAnnounced,
                Optional.empty(), Optional.empty(), false, true);
    }

    MilestoneClock paused(Duration left) {
        return new MilestoneClock(kind, target, calendar, Status.PAUSED, begunAt, Optional.empty(), Optional.empty(), warned,
                Optional.of(left), Optional.empty(), false, true);
    }

    /** Its time passed and it is still waited for. */
    MilestoneClock late(Instant due) {
        return new MilestoneClock(kind, target, calendar, Status.MISSED, begunAt, Optional.of(due), Optional.empty(), true, Optional.empty(),
                Optional.empty(), true, true);
    }

    MilestoneClock reached(Instant at, Instant due) {
        boolean tooLate = at.isAfter(due);
        return new MilestoneClock(kind, target, calendar, tooLate ? Status.MISSED : Status.MET, begunAt, Optional.of(due), Optional.empty(),
                warned, Optional.empty(), Optional.of(at), tooLate, false);
    }

    /** Nobody waits for it any more; what was missed stays missed. */
    MilestoneClock given(boolean tooLate, Optional<Instant> due) {
        return new MilestoneClock(kind, target, calendar, tooLate ? Status.MISSED : Status.CANCELLED, begunAt, tooLate ? due : Optional.empty(),
                Optional.empty(), warned, Optional.empty(), Optional.empty(), tooLate, false);
    }

    MilestoneClock awaitedAgain() {
        return new MilestoneClock(kind, target, calendar, missed ? Status.MISSED : Status.RUNNING, begunAt, dueAt, Optional.empty(), missed,
                Optional.empty(), Optional.empty(), missed, true);
    }

    MilestoneClock promised(Duration newTarget, CalendarKey newCalendar) {
        return new MilestoneClock(kind, newTarget, newCalendar, status, begunAt, dueAt, warnAt, warned, remaining, reachedAt, missed, awaited);
    }

    MilestoneClock warningAnnounced() {
        return new MilestoneClock(kind, target, calendar, status, begunAt, dueAt, warnAt, true, remaining, reachedAt, missed, awaited);
    }
}
