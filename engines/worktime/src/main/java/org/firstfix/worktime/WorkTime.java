package org.firstfix.worktime;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Answers every question about the time of a promise on one calendar: when is it due, how much has run, how much is left, and why.
 * Time is counted in real elapsed time while the calendar is open and nothing is paused. It has no clock of its own: callers pass every instant.
 *
 * <p>Immutable to its users and safe to share between threads. It keeps what it has computed (some 9 KB at once, about 5 KB for each 52 days asked for),
 * so make one for each calendar and keep it. All instants must lie in the years 1920 to 2199; otherwise methods throw {@link IllegalArgumentException}.
 */
public final class WorkTime {

    private static final int HIGHEST_PERCENT = 10_000;

    private final CalendarHistory history;
    private final OpenTimeline timeline;
    private final KnownYears knownYears;

    private WorkTime(CalendarHistory history) {
        this.history = history;
        timeline = new OpenTimeline(history);
        knownYears = new KnownYears(history);
    }

    /** Time on a calendar that has had one version only. */
    public static WorkTime on(WorkCalendar calendar) {
        return on(CalendarHistory.startingWith(calendar));
    }

    /** Time on a calendar with several versions. */
    public static WorkTime on(CalendarHistory history) {
        return new WorkTime(history);
    }

    /** The calendar versions behind the answers. */
    public CalendarHistory history() {
        return history;
    }

    /**
     * The earliest instant at which the target has passed: it may be a closing time, but never the next opening. A target of zero is reached at the start.
     * If a pause without end begins before that, time is suspended and the remaining time is told instead.
     *
     * @param start when the promise began to run, open or not
     * @param target open time to pass, zero or more
     * @throws IllegalArgumentException if the target is negative, or the deadline would lie after 2199
     * @throws NoOpenTimeException if the calendar has no open time for more than 400 days on the way
     */
    public Deadline deadline(Instant start, Duration target, Pauses pauses) {
        long from = EpochNanos.of(start);
        long amount = EpochNanos.ofTarget(target);
        if (amount == 0) {
            return new Deadline.At(start, Set.of());
        }
        OpenTimeWalk walk = new OpenTimeWalk(timeline, from, true);
        for (int i = firstPauseEndingAfter(from, pauses); i < pauses.count(); i++) {
            if (walk.countTo(pauses.from(i), amount)) {
                return reached(from, walk.position());
            }
            if (pauses.until(i) == Pauses.NEVER) {
                return new Deadline.Suspended(Duration.ofNanos(amount - walk.counted()), EpochNanos.toInstant(pauses.from(i)));
            }
            walk.skipTo(pauses.until(i));
        }
        if (!walk.countTo(EpochNanos.LIMIT, amount)) {
            throw new IllegalArgumentException("Target " + target + " from " + start + " in " + history
                    + " is not reached before the year 2200. Maybe its unit is wrong.");
        }
        return reached(from, walk.position());
    }

    /**
     * The deadline of a share of the target: warnings are counted in open time too, so none falls due at night because of a long target.
     *
     * @param percent share of the target, 0 to 10,000; above 100 for escalations after the deadline
     * @throws IllegalArgumentException as {@link #deadline}, or if the percentage is out of range
     * @throws NoOpenTimeException as {@link #deadline}
     */
    public Deadline warning(Instant start, Duration target, int percent, Pauses pauses) {
        if (percent < 0 || percent > HIGHEST_PERCENT) {
            throw new IllegalArgumentException("Warning at " + percent + " % of the target, expected 0 to " + HIGHEST_PERCENT
                    + ". Maybe a duration was passed as a percentage.");
        }
        EpochNanos.ofTarget(target);
        return deadline(start, target.multipliedBy(percent).dividedBy(100), pauses);
    }

    /**
     * Open, unpaused time between two instants. If {@code end} is the deadline of a target, this is the target.
     *
     * @throws IllegalArgumentException if the end is before the start
     */
    public Duration elapsed(Instant start, Instant end, Pauses pauses) {
        long from = EpochNanos.of(start);
        long until = EpochNanos.of(end);
        checkOrder(start, end);
        OpenTimeWalk walk = new OpenTimeWalk(timeline, from, false);
        for (int i = firstPauseEndingAfter(from, pauses); i < pauses.count() && walk.position() < until; i++) {
            walk.countTo(Math.min(pauses.from(i), until), Long.MAX_VALUE);
            walk.skipTo(Math.min(pauses.until(i), until));
        }
        walk.countTo(until, Long.MAX_VALUE);
        return Duration.ofNanos(walk.counted());
    }

    /**
     * What is left of the target at an instant, paused or not; negative once it is overdue.
     *
     * @throws IllegalArgumentException if the target is negative or {@code at} is before the start
     */
    public Duration remaining(Instant start, Duration target, Instant at, Pauses pauses) {
        EpochNanos.ofTarget(target);
        return target.minus(elapsed(start, at, pauses));
    }

    /** Whether the calendar is open at an instant. The opening instant is open, the closing instant is not. */
    public boolean isOpen(Instant at) {
        long nanos = EpochNanos.of(at);
        return timeline.blockAt(nanos).nextOpen(nanos) == nanos;
    }

    /** The first open instant at or after an instant, for example to hold a message back until somebody can read it; empty if there is none in 400 days. */
    public Optional<Instant> nextOpen(Instant at) {
        try {
            OpenTimeWalk walk = new OpenTimeWalk(timeline, EpochNanos.of(at), true);
            // The first open nanosecond ends one after the opening.
            return walk.countTo(EpochNanos.LIMIT, 1) ? Optional.of(EpochNanos.toInstant(walk.position() - 1)) : Optional.empty();
        } catch (NoOpenTimeException neverOpen) {
            return Optional.empty();
        }
    }

    /**
     * Why: the time between two instants as segments without gaps, oldest first. The open ones add up to {@link #elapsed}.
     *
     * @return empty if both instants are equal
     * @throws IllegalArgumentException if the end is before the start
     */
    public List<Segment> explain(Instant start, Instant end, Pauses pauses) {
        checkOrder(start, end);
        return Explanation.of(history, EpochNanos.of(start), EpochNanos.of(end), pauses);
    }

    /**
     * Local years touched between two instants whose official days the calendar follows but does not know: answers about them are provisional.
     *
     * @throws IllegalArgumentException if the end is before the start
     */
    public Set<Integer> unconfirmedYears(Instant start, Instant end) {
        checkOrder(start, end);
        return knownYears.unknownBetween(EpochNanos.of(start), EpochNanos.of(end));
    }

    private Deadline reached(long start, long at) {
        return new Deadline.At(EpochNanos.toInstant(at), knownYears.unknownBetween(start, at));
    }

    private static int firstPauseEndingAfter(long start, Pauses pauses) {
        int index = 0;
        while (index < pauses.count() && pauses.until(index) <= start) {
            index++;
        }
        return index;
    }

    private static void checkOrder(Instant start, Instant end) {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("End " + end + " is before start " + start + ". Maybe the two were swapped, or a device clock was wrong.");
        }
    }
}
