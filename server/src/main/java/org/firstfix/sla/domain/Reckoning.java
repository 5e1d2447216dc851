package org.firstfix.sla.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.firstfix.sla.ClockSummary;
import org.firstfix.worktime.Deadline;
import org.firstfix.worktime.Pauses;
import org.firstfix.worktime.WorkTime;

/** Works out where the milestones and pauses of one clock stand: from their begin and all pauses, never from an earlier result. */
final class Reckoning {
    private final Instant startedAt;
    private final PauseBook pauses;
    private final Times times;

    Reckoning(Instant startedAt, PauseBook pauses, Times times) {
        this.startedAt = startedAt;
        this.pauses = pauses;
        this.times = times;
    }

    MilestoneClock workedOut(MilestoneClock milestone, Instant now) {
        if (milestone.reachedAt().isPresent()) {
            return reached(milestone, milestone.reachedAt().get());
        }
        if (!milestone.awaited()) {
            return milestone;
        }
        WorkTime time = times.on(milestone.calendar());
        Pauses all = ClockPause.all(pauses.all());
        Instant begun = milestone.begunAt().orElseThrow();
        return switch (time.deadline(begun, milestone.target(), all)) {
            case Deadline.Suspended suspended -> milestone.paused(suspended.remaining());
            case Deadline.At due when milestone.missed() && due.at().isBefore(now) -> milestone.late(due.at());
            case Deadline.At due -> {
                // The warning lies before the deadline, so no open pause can suspend it.
                Instant warning = time.warning(begun, milestone.target(), ClockSummary.WARNING_PERCENT, all).instant().orElse(due.at());
                yield milestone.running(due.at(), warning, milestone.warned() && !warning.isAfter(now));
            }
        };
    }

    MilestoneClock reached(MilestoneClock milestone, Instant at) {
        return milestone.reached(at, dueWithPausesUntil(milestone, at));
    }

    /** When it was due as seen at that moment: what paused later does not move it any more. */
    Instant dueWithPausesUntil(MilestoneClock milestone, Instant at) {
        Instant begun = milestone.begunAt().orElseThrow();
        return times.on(milestone.calendar()).deadline(begun, milestone.target(), ClockPause.until(pauses.all(), at.isBefore(begun) ? begun : at))
                .instant().orElseThrow();
    }

    /** A pause with the instant at which it ends by itself, in the hours of the calendar. */
    ClockPause limited(ClockPause pause, CalendarKey calendar) {
        return pause.longest().map(longest -> pause.limitedTo(times.on(calendar).deadline(pause.startedAt(), longest, Pauses.none())
                .instant().orElseThrow())).orElse(pause);
    }

    Instant notBeforeStart(Instant at) {
        return at.isBefore(startedAt) ? startedAt : at;
    }

    /** For a line of the ledger. */
    static Map<String, Object> due(Collection<MilestoneClock> milestones) {
        Map<String, Object> due = new LinkedHashMap<>();
        milestones.stream().filter(MilestoneClock::awaited)
                .forEach(milestone -> milestone.dueAt().ifPresent(at -> due.put(milestone.kind().name(), at.toString())));
        return due;
    }

    /** For a line of the ledger. */
    static Map<String, Object> remaining(Collection<MilestoneClock> milestones) {
        Map<String, Object> remaining = new LinkedHashMap<>();
        milestones.forEach(
                milestone -> milestone.remaining().ifPresent(left -> remaining.put(milestone.kind().name(), left.toSeconds())));
        return remaining;
    }
}
