package org.firstfix.dispatch.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.firstfix.dispatch.domain.PlanVersion.Cause;
import org.firstfix.routing.plan.Objective;

/**
 * What happens in the field, and whether it is worth a proposal: a dispatcher who is asked about every trifle stops reading. Each
 * rule is about one thing that happened; the last ones are about what was computed then.
 */
public final class WorthPlanning {
    /** Customers bear that much; beyond, they are told. */
    static final Duration BEARABLE = Duration.ofMinutes(15);
    /** In less time hardly any visit can be made. */
    static final Duration ROOM = Duration.ofMinutes(30);
    /** Cents that a proposal has to be better: what an hour on the road costs, a quarter of it. */
    static final long LEAST_GAIN = 1_000;
    /** Cents that each visit has to be worth that is taken from where somebody was told it is. */
    static final long GAIN_FOR_EACH_MOVE = 1_000;

    private WorthPlanning() {}

    /** The engineer came late, and a visit after it would begin later than the customer bears. */
    public static boolean afterLateArrival(Duration latestAfterwards) {
        return latestAfterwards.compareTo(BEARABLE) > 0;
    }

    /** There is time for a visit more, and work that waits for somebody. */
    public static boolean afterLongerShift(Duration added, long waiting) {
        return added.compareTo(ROOM) >= 0 && waiting > 0;
    }

    /** What is left of the freed time has room for a visit, and other work waits for somebody. */
    public static boolean afterCancellation(Period freed, Instant now, long waiting) {
        Instant from = freed.startsAt().isAfter(now) ? freed.startsAt() : now;
        return !from.plus(ROOM).isAfter(freed.endsAt()) && waiting > 0;
    }

    /** The part is here, and the work has to begin before the day after tomorrow; other work has time until the plan of its day. */
    public static boolean afterPartArrived(Optional<Instant> startsBy, Instant endOfTomorrow) {
        return startsBy.filter(by -> by.isBefore(endOfTomorrow)).isPresent();
    }

    /** Nobody can be there in time as the day is; where somebody can, he is the first suggestion and nobody else is disturbed. */
    public static boolean afterUrgentCall(boolean urgent, boolean somebodyIsInTime) {
        return urgent && !somebodyIsInTime;
    }

    /** Nobody asked for it: a proposal has to be better by more than the visits it moves are worth being left alone. */
    public static boolean proposal(DayProposal proposal) {
        if (proposal.changes().isEmpty()) {
            return false;
        }
        Objective gain = proposal.before().minus(proposal.after());
        long moved = proposal.changes().stream().filter(change -> change.kind() != ProposedChange.Kind.BOOK).count();
        return gain.hard() > 0 || gain.hard() == 0 && gain.money() >= LEAST_GAIN + moved * GAIN_FOR_EACH_MOVE;
    }

    /** What a person asked for and has not decided yet is not taken away, except for an urgent call. */
    public static boolean replaces(Cause occasion, Cause open) {
        return occasion == Cause.URGENT_CALL || isOccasion(open);
    }

    /** Whether the server asked by itself. */
    public static boolean isOccasion(Cause cause) {
        return switch (cause) {
            case OVERTIME, CANCELLATION, PART_ARRIVED, LATE_ARRIVAL, URGENT_CALL -> true;
            case PLAN, ILLNESS, UNDO -> false;
        };
    }
}
