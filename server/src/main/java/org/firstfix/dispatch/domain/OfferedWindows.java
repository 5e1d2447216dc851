package org.firstfix.dispatch.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.firstfix.sla.WorkingTimes;

/** The windows of a day that a customer can be told: two hours each, in which the work begins. */
public final class OfferedWindows {
    static final Duration LENGTH = Duration.ofHours(2);
    /** What is open for less is not offered: nobody can be told to wait for that. */
    static final Duration LEAST = Duration.ofHours(1);
    private static final LocalTime OPENS = LocalTime.of(8, 0);
    private static final LocalTime CLOSES = LocalTime.of(18, 0);

    private OfferedWindows() {}

    /**
     * Within the hours in which the contract is served, at night as well where it says so; without a contract from eight to six.
     * What nobody could begin in any more is left out.
     */
    public static List<Period> of(PlanArea area, Instant now, Optional<WorkingTimes.WorkingTime> served) {
        List<Period> windows = new ArrayList<>();
        Instant end = area.period().endsAt();
        for (Instant from = area.period().startsAt(); from.isBefore(end); from = from.plus(LENGTH)) {
            Period whole = new Period(from, from.plus(LENGTH).isAfter(end) ? end : from.plus(LENGTH));
            served.map(hours -> openPart(whole, hours)).orElseGet(() -> inBusinessHours(whole, area) ? Optional.of(whole) : Optional.empty())
                    .filter(window -> canStillBegin(window, now)).ifPresent(windows::add);
        }
        return windows;
    }

    /** The first open stretch of it, unless it is too short to be offered. */
    static Optional<Period> openPart(Period whole, WorkingTimes.WorkingTime hours) {
        Instant from = hours.after(whole.startsAt(), Duration.ZERO);
        if (!from.isBefore(whole.endsAt())) {
            return Optional.empty();
        }
        Instant until = from.plus(hours.between(from, whole.endsAt()));
        return until.isBefore(from.plus(LEAST)) ? Optional.empty() : Optional.of(new Period(from, until));
    }

    private static boolean inBusinessHours(Period window, PlanArea area) {
        LocalTime from = window.startsAt().atZone(area.zone()).toLocalTime();
        return !from.isBefore(OPENS) && from.isBefore(CLOSES);
    }

    /** With the time that anybody needs to set out. */
    static boolean canStillBegin(Period window, Instant now) {
        return window.endsAt().isAfter(now.plus(Task.NOTICE));
    }
}
