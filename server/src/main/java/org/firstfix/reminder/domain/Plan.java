package org.firstfix.reminder.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.firstfix.reminder.Moment;
import org.firstfix.sla.WorkingTimes.WorkingTime;

/** The moments of a duty, each found from the one before. All distances are working time. */
public record Plan(Policy policy, WorkingTime hours) {
    private static final Duration PUNCTUAL = Duration.ofMinutes(1);

    /** What comes next, and when. */
    public record Planned(Moment moment, Instant at) {}

    /** @param isNews whether the person does not know of it yet */
    public Optional<Planned> first(Instant arrivedAt, Instant dueAt, boolean isNews) {
        return policy.remindOnArrival() && isNews ? Optional.of(new Planned(Moment.ARRIVAL, arrivedAt)) : afterArrival(arrivedAt, arrivedAt, dueAt);
    }

    /** The reminder before it runs over, unless that moment has passed: who has just been told is not told again. */
    public Optional<Planned> afterArrival(Instant arrivedAt, Instant now, Instant dueAt) {
        return policy.before().map(before -> beforeDue(before, arrivedAt, dueAt)).filter(at -> at.isAfter(now) && at.isBefore(dueAt))
                .map(at -> new Planned(Moment.BEFORE_DUE, at)).or(() -> firstEscalation(now, dueAt));
    }

    /** Never in the past: who has just been told of what is late has the time of one level before it goes up. */
    public Optional<Planned> firstEscalation(Instant now, Instant dueAt) {
        return policy.escalateAfter().map(after -> hours.after(dueAt, after))
                .map(at -> new Planned(Moment.ESCALATION, at.isBefore(now) ? hours.after(now, policy.escalateEvery()) : at));
    }

    /**
     * The next level. Counted from the moment itself, but from now if it was found late, and from when it was heard if it
     * was held back: everybody has the time that the policy gives them.
     */
    public Planned nextEscalation(Instant planned, Instant now, Instant heardAt) {
        Instant counted = Duration.between(planned, now).compareTo(PUNCTUAL) > 0 ? now : planned;
        return new Planned(Moment.ESCALATION, hours.after(heardAt.isAfter(now) ? heardAt : counted, policy.escalateEvery()));
    }

    /** Where the calendar is closed from arrival to end, the time on the wall is all there is to count. */
    private Instant beforeDue(Policy.Before before, Instant arrivedAt, Instant dueAt) {
        if (!dueAt.isAfter(arrivedAt)) {
            return dueAt;
        }
        Duration working = hours.between(arrivedAt, dueAt);
        if (working.isZero()) {
            return dueAt.minus(before.leftOf(Duration.between(arrivedAt, dueAt)));
        }
        Duration run = working.minus(before.leftOf(working));
        return run.isNegative() ? arrivedAt : hours.after(arrivedAt, run);
    }
}
