package org.firstfix.sla.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.firstfix.sla.ClockSummary;
import org.firstfix.sla.PausedTime;
import org.firstfix.sla.domain.SlaClock.State;
import org.firstfix.worktime.Pauses;
import org.firstfix.worktime.Segment;
import org.firstfix.worktime.WorkTime;

/** What a clock shows at a moment. */
public final class ClockReading {
    private static final int WARM_PERCENT = 50;

    private final State clock;
    private final Times times;
    private final Instant now;

    public ClockReading(State clock, Times times, Instant now) {
        this.clock = clock;
        this.times = times;
        this.now = now;
    }

    public ClockSummary summary() {
        return new ClockSummary(clock.reference().id(), clock.status().name(), band(), clock.coverageCode(),
                clock.calendar().zone().getId(), clock.openPause().map(ClockPause::reason),
                clock.openPause().flatMap(ClockPause::limitAt), lastRanOutAt(),
                clock.milestones().stream().map(this::view).toList());
    }

    private Optional<Instant> lastRanOutAt() {
        return clock.status() == SlaClock.Status.RUNNING
                ? clock.pauses().stream().max(Comparator.comparing(ClockPause::startedAt)).filter(ClockPause::ranOut).flatMap(ClockPause::endedAt)
                : Optional.empty();
    }

    /** Each pause with the contract time that it kept from counting, oldest first. */
    public List<PausedTime> pauses() {
        return clock.pauses().stream().sorted(Comparator.comparing(ClockPause::startedAt)).map(pause -> new PausedTime(pause.reason(),
                pause.startedAt(), pause.endedAt(), pause.evidence(), pause.pausedBy(), workingSeconds(pause), pause.limitAt(),
                pause.ranOut())).toList();
    }

    private long workingSeconds(ClockPause pause) {
        Instant end = pause.endedAt().orElse(now);
        return end.isAfter(pause.startedAt()) ? times.on(clock.calendar()).elapsed(pause.startedAt(), end, Pauses.none()).toSeconds() : 0;
    }

    /** How urgent it is to look at the clock: decided by the milestone that is due next. */
    public String band() {
        if (clock.status() == SlaClock.Status.STOPPED) {
            return "DONE";
        }
        List<MilestoneClock> awaited = clock.milestones().stream().filter(MilestoneClock::awaited).toList();
        if (awaited.stream().anyMatch(this::overdue)) {
            return "MISSED";
        }
        if (awaited.isEmpty()) {
            return "DONE";
        }
        if (clock.status() == SlaClock.Status.PAUSED) {
            return "PAUSED";
        }
        return bandOf(usedPercent(awaited.stream().min(Comparator.comparing(m -> m.dueAt().orElse(Instant.MAX))).orElseThrow()));
    }

    public static String bandOf(int usedPercent) {
        if (usedPercent < WARM_PERCENT) {
            return "CALM";
        }
        return usedPercent < ClockSummary.WARNING_PERCENT ? "WARM" : "HOT";
    }

    private boolean overdue(MilestoneClock milestone) {
        return milestone.missed() || milestone.dueAt().filter(due -> due.isBefore(now)).isPresent();
    }

    private ClockSummary.MilestoneView view(MilestoneClock milestone) {
        return new ClockSummary.MilestoneView(milestone.kind(), milestone.status().name(), milestone.target().toSeconds(),
                milestone.begunAt(), milestone.dueAt(), remaining(milestone).map(Duration::toSeconds), milestone.reachedAt(), milestone.missed(),
                usedPercent(milestone));
    }

    /** Contract time beyond the target: until it was reached, until the clock stopped, or until now; zero within the target. */
    public Duration late(MilestoneClock milestone) {
        Duration beyond = used(milestone).minus(milestone.target());
        return beyond.isNegative() ? Duration.ZERO : beyond;
    }

    private Optional<Duration> remaining(MilestoneClock milestone) {
        return milestone.awaited() ? Optional.of(milestone.target().minus(used(milestone))) : Optional.empty();
    }

    private int usedPercent(MilestoneClock milestone) {
        return (int) Math.min(9_999, used(milestone).toMillis() * 100 / milestone.target().toMillis());
    }

    /** Contract time used until it was reached, until the clock stopped, or until now. */
    private Duration used(MilestoneClock milestone) {
        Instant end = endOf(milestone);
        return milestone.begunAt().map(begun -> time(milestone).elapsed(begun, end, ClockPause.until(clock.pauses(), end)))
                .orElse(Duration.ZERO);
    }

    private Instant endOf(MilestoneClock milestone) {
        return notBeforeBegin(milestone, milestone.reachedAt().or(clock::stoppedAt).orElse(now));
    }

    private Instant notBeforeBegin(MilestoneClock milestone, Instant at) {
        Instant begun = milestone.begunAt().orElse(clock.startedAt());
        return at.isBefore(begun) ? begun : at;
    }

    /**
     * Why it is due when it is: everything between its begin and the deadline; up to now while there is no deadline, and
     * up to when it was reached if that was later.
     */
    public List<Segment> explain(MilestoneClock milestone) {
        Instant end = endOf(milestone);
        if (milestone.reachedAt().isEmpty() || milestone.dueAt().filter(end::isBefore).isPresent()) {
            end = milestone.dueAt().orElse(end);
        }
        return time(milestone).explain(milestone.begunAt().orElse(clock.startedAt()), notBeforeBegin(milestone, end), milestone.reachedAt().isPresent()
                ? ClockPause.until(clock.pauses(), milestone.reachedAt().get()) : ClockPause.all(clock.pauses()));
    }

    /** Years whose official days nobody has announced yet although an open deadline lies in them: it may still move. */
    public Set<Integer> unconfirmedYears() {
        Set<Integer> years = new TreeSet<>();
        clock.milestones().stream().filter(MilestoneClock::awaited).forEach(milestone -> milestone.dueAt()
                .filter(due -> !due.isBefore(clock.startedAt()))
                .ifPresent(due -> years.addAll(time(milestone).unconfirmedYears(clock.startedAt(), due))));
        return years;
    }

    private WorkTime time(MilestoneClock milestone) {
        return times.on(milestone.calendar());
    }
}
