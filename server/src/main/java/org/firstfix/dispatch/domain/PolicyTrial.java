package org.firstfix.dispatch.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;

/**
 * A policy tried on days that are over, next to the one in force.
 *
 * @param place the unit it is meant for; {@code branch} the one on whose days it is tried
 * @param comparedWith version in force when it was asked for, with its weights
 * @param seed of both plans of every day
 * @param days those that are computed, in their order
 */
public record PolicyTrial(UUID id, OrgPath place, OrgPath branch, LocalDate firstDay, LocalDate lastDay, Status status, PlanningPolicy policy, String note,
        int comparedWith, PlanningPolicy compared, long seed, List<TrialDay> days, String failure, String requestedBy, Instant requestedAt,
        Optional<Instant> computedAt) {
    /** Each is planned twice; more would keep the background work of the house from its other duties. */
    public static final int MOST_DAYS = 10;
    /** Work older than that may have been put away. */
    private static final int OLDEST_DAYS = 120;

    public PolicyTrial {
        days = List.copyOf(days);
    }

    public enum Status {
        COMPUTING,
        READY,
        FAILED
    }

    /** @throws Problem 400 unless they are at most ten days that are over */
    public static void requireDays(LocalDate first, LocalDate last, LocalDate today) {
        if (first.isAfter(last) || last.isAfter(today.minusDays(1)) || ChronoUnit.DAYS.between(first, last) >= MOST_DAYS
                || first.isBefore(today.minusDays(OLDEST_DAYS))) {
            throw Problem.invalidField("firstDay", "dispatch.trial-days-not-possible", Map.of("days", MOST_DAYS, "oldest", OLDEST_DAYS));
        }
    }

    public List<LocalDate> wantedDays() {
        return firstDay.datesUntil(lastDay.plusDays(1)).toList();
    }

    public PolicyTrial with(TrialDay next) {
        List<TrialDay> more = new ArrayList<>(days);
        more.add(next);
        return new PolicyTrial(id, place, branch, firstDay, lastDay, status, policy, note, comparedWith, compared, seed, more, failure, requestedBy,
                requestedAt, computedAt);
    }

    public PolicyTrial ended(Status how, String why, Instant at) {
        return new PolicyTrial(id, place, branch, firstDay, lastDay, how, policy, note, comparedWith, compared, seed, days, why, requestedBy, requestedAt,
                Optional.of(at));
    }

    /** Whether it says what would change now: the very same weights, against what is in force. */
    public boolean speaksFor(PlanningPolicy wanted, int inForce) {
        return status == Status.READY && comparedWith == inForce && policy.equals(wanted);
    }
}
