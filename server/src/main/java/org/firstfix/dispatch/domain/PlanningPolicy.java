package org.firstfix.dispatch.domain;

import java.time.Duration;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.firstfix.contract.Priority;
import org.firstfix.platform.problem.Problem;
import org.firstfix.routing.plan.Weights;

/**
 * What the plan weighs, in cents: the only place of these figures. Contracts of this house state deadlines and no penalties, so
 * what a late minute is worth is a decision of the house and not read from a contract.
 *
 * @param travelPerHour of an hour on the road
 * @param overtimePerHour of an hour after the shift, on top
 * @param notPreferred of a visit to a customer by somebody who is not his own engineer
 * @param changedEngineer of taking a visit from whom it was booked for: what calm is worth
 * @param surplusLevel of each skill level above the one needed
 * @param latePerMinute of each minute begun after the deadline of the contract, by priority
 * @param margin what beginning shortly before the deadline counts as; none where only lateness counts
 * @param undone of leaving a visit for another day, by priority, besides the minutes it will then be late
 * @param brokenPromisePerMinute of each minute after the time that was promised to a customer whose engineer is absent
 * @param overtimeMinutes after a normal shift that a plan may use
 * @param detour how much longer roads are than the great circle, 1 and up
 * @param kilometresPerHour on them
 * @param reserve engineers kept free for urgent work; none where nobody is
 * @param legalRestHours between the last work of a day and the first of the next; none where plans do not regard it
 * @param publication which proposals take effect by themselves; none where each waits for a person
 */
public record PlanningPolicy(long travelPerHour, long overtimePerHour, long notPreferred, long changedEngineer, long surplusLevel,
        Map<Priority, Long> latePerMinute, Optional<Margin> margin, Map<Priority, Long> undone, long brokenPromisePerMinute, int overtimeMinutes,
        double detour, double kilometresPerHour, Optional<Reserve> reserve, Optional<Integer> legalRestHours,
        Optional<Publication> publication) {
    /** In force until the house decides otherwise. An urgent visit is worth a long way, and hardly any is worth a late urgent one. */
    public static final PlanningPolicy USUAL = new PlanningPolicy(4_000, 6_000, 1_500, 1_000, 50,
            byPriority(500, 200, 60, 20), Optional.of(new Margin(120, 50)), byPriority(100_000, 40_000, 12_000, 6_000), 100, 60, 1.3, 32, Optional.empty(), Optional.of(11), Optional.empty());
    private static final long MOST_CENTS = 10_000_000;

    public PlanningPolicy {
        latePerMinute = Map.copyOf(latePerMinute);
        undone = Map.copyOf(undone);
    }

    /** The same with nobody kept free. */
    PlanningPolicy withoutReserve() {
        return reserve.isEmpty() ? this : new PlanningPolicy(travelPerHour, overtimePerHour, notPreferred, changedEngineer, surplusLevel, latePerMinute, margin, undone,
                brokenPromisePerMinute, overtimeMinutes, detour, kilometresPerHour, Optional.empty(), legalRestHours, publication);
    }

    /**
     * Ways and work take longer than planned: of the visits that are planned to begin just before their deadline many begin after it.
     *
     * @param minutes before the deadline in which a begin has a price
     * @param percent of a late minute that such a minute counts as
     */
    public record Margin(int minutes, int percent) {
        void check() {
            require("margin.minutes", minutes, 1, 1_440);
            require("margin.percent", percent, 1, 100);
        }
    }

    /**
     * Engineers kept free in a part of the day for what is urgent (P1, P2). Other work with them then is possible and has a price.
     *
     * @param engineers how many; those who have least to do then
     * @param from local time of the branch; {@code until} later the same day
     * @param centsPerHour of an hour of other work with one of them in that time
     */
    public record Reserve(int engineers, LocalTime from, LocalTime until, long centsPerHour) {
        void check() {
            require("reserve.engineers", engineers, 1, 100);
            requireCents("reserve.centsPerHour", centsPerHour);
            requireLater("reserve.until", from, until);
        }
    }

    /**
     * When a proposal takes effect without a person.
     *
     * @param mostDisturbed promised visits that may go to somebody else or back to the open work
     * @param leastGain cents that the day has to cost less
     */
    public record Publication(int mostDisturbed, long leastGain) {
        void check() {
            require("publication.mostDisturbed", mostDisturbed, 0, 1_000);
            requireCents("publication.leastGain", leastGain);
        }

        /** Something changes, little is disturbed, enough is gained, and no hard rule is broken for it that was kept before. */
        public boolean allows(DayProposal proposal) {
            long disturbed = proposal.changes().stream().filter(change -> change.former().isPresent()).count();
            long gain = proposal.before().money() + proposal.before().preference() - proposal.after().money() - proposal.after().preference();
            return !proposal.changes().isEmpty() && disturbed <= mostDisturbed && gain >= leastGain
                    && proposal.after().hard() <= proposal.before().hard();
        }
    }

    /** @throws Problem 400 naming the field that cannot be */
    public void check() {
        requireCents("travelPerHour", travelPerHour);
        requireCents("overtimePerHour", overtimePerHour);
        requireCents("notPreferred", notPreferred);
        requireCents("changedEngineer", changedEngineer);
        requireCents("surplusLevel", surplusLevel);
        requireCents("brokenPromisePerMinute", brokenPromisePerMinute);
        for (Priority priority : Priority.values()) {
            requireCents("latePerMinute." + priority, latePerMinute.getOrDefault(priority, -1L));
            requireCents("undone." + priority, undone.getOrDefault(priority, -1L));
        }
        require("overtimeMinutes", overtimeMinutes, 0, 480);
        require("detour", detour, 1, 5);
        require("kilometresPerHour", kilometresPerHour, 1, 150);
        legalRestHours.ifPresent(hours -> require("legalRestHours", hours, 1, 24));
        margin.ifPresent(Margin::check);
        reserve.ifPresent(Reserve::check);
        publication.ifPresent(Publication::check);
    }

    private static void requireLater(String field, LocalTime begins, LocalTime ends) {
        if (!ends.isAfter(begins)) {
            throw Problem.invalidField(field, "dispatch.end-before-start", Map.of());
        }
    }

    private static void requireCents(String field, long cents) {
        require(field, cents, 0, MOST_CENTS);
    }

    private static void require(String field, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw Problem.invalidField(field, "dispatch.weight-out-of-range", Map.of("value", value, "least", least, "most", most));
        }
    }

    Weights weights() {
        return new Weights(travelPerHour, overtimePerHour, notPreferred, changedEngineer, surplusLevel);
    }

    long latePerMinuteOf(Priority priority) {
        return latePerMinute.getOrDefault(priority, 0L);
    }

    /**
     * The price of leaving a visit for another day: what the house says, and each minute it will be late at best, which is when
     * work begins the next morning. So it never pays to leave late work undone because it is late.
     */
    long undoneCents(Priority priority, Duration lateTomorrow) {
        return undone.getOrDefault(priority, 0L) + Math.max(0, lateTomorrow.toMinutes() + 1) * latePerMinuteOf(priority);
    }

    private static Map<Priority, Long> byPriority(long p1, long p2, long p3, long p4) {
        Map<Priority, Long> cents = new EnumMap<>(Priority.class);
        cents.put(Priority.P1, p1);
        cents.put(Priority.P2, p2);
        cents.put(Priority.P3, p3);
        cents.put(Priority.P4, p4);
        return cents;
    }
}
