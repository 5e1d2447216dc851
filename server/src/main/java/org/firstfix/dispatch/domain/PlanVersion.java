package org.firstfix.dispatch.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.platform.problem.Problem;
import org.firstfix.routing.plan.Objective;

/**
 * A plan of a day, from the request to what became of it.
 *
 * @param number given when it is published; 1 and up for each plan
 * @param basedOn number of the version in force when it was asked for; 0 for none
 * @param undoes the version it takes back
 * @param seed and {@code iterations} and {@code policyVersion}: with the same day they give the same plan
 */
public record PlanVersion(UUID id, UUID planId, PlanArea area, Optional<Integer> number, Status status, Cause cause, String note, int basedOn,
        Optional<UUID> undoes, long seed, long iterations, int policyVersion, Objective before, Objective after, String requestedBy, Instant requestedAt,
        Optional<Instant> computedAt, Optional<String> decidedBy, Optional<Instant> decidedAt, List<ProposedChange> changes) {
    public PlanVersion {
        changes = List.copyOf(changes);
    }

    public enum Status {
        COMPUTING,
        PROPOSED,
        PUBLISHED,
        DISCARDED,
        /** It could not be computed. */
        FAILED
    }

    /** What made somebody ask for it. */
    public enum Cause {
        PLAN,
        ILLNESS,
        OVERTIME,
        CANCELLATION,
        PART_ARRIVED,
        LATE_ARRIVAL,
        URGENT_CALL,
        UNDO
    }

    public static PlanVersion requested(UUID id, UUID planId, PlanArea area, Cause cause, String note, int basedOn, long seed, String by, Instant at) {
        return new PlanVersion(id, planId, area, Optional.empty(), Status.COMPUTING, cause, note, basedOn, Optional.empty(), seed, 0, 0, Objective.NOTHING,
                Objective.NOTHING, by, at, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    public PlanVersion computed(DayProposal proposal, int policy, Instant at) {
        return new PlanVersion(id, planId, area, number, Status.PROPOSED, cause, note, basedOn, undoes, seed, proposal.iterations(), policy,
                proposal.before(), proposal.after(), requestedBy, requestedAt, Optional.of(at), decidedBy, decidedAt, proposal.changes());
    }

    /** @throws Problem 409 unless it waits for a decision */
    public PlanVersion published(int newNumber, List<ProposedChange> decided, String by, Instant at) {
        requireStatus(Status.PROPOSED);
        return new PlanVersion(id, planId, area, Optional.of(newNumber), Status.PUBLISHED, cause, note, basedOn, undoes, seed, iterations, policyVersion,
                before, after, requestedBy, requestedAt, computedAt, Optional.of(by), Optional.of(at), decided);
    }

    /** @throws Problem 409 if it is decided already */
    public PlanVersion setAside(Status how, String by, Instant at) {
        if (status != Status.COMPUTING) {
            requireStatus(Status.PROPOSED);
        }
        return new PlanVersion(id, planId, area, number, how, cause, note, basedOn, undoes, seed, iterations, policyVersion, before, after,
                requestedBy, requestedAt, computedAt, Optional.of(by), Optional.of(at), changes);
    }

    /** What takes back what was applied of this version; costs change places. */
    public PlanVersion reversed(UUID newId, int newNumber, List<ProposedChange> made, String by, Instant at) {
        return new PlanVersion(newId, planId, area, Optional.of(newNumber), Status.PUBLISHED, Cause.UNDO, "", number.orElse(0), Optional.of(id), seed,
                iterations, policyVersion, after, before, by, at, Optional.of(at), Optional.of(by), Optional.of(at), made);
    }

    /** @throws Problem 409 unless it waits for a decision */
    public void requireOpen() {
        requireStatus(Status.PROPOSED);
    }

    private void requireStatus(Status wanted) {
        if (status != wanted) {
            throw Problem.conflict("dispatch.plan-not-open", Map.of("status", status.name()));
        }
    }
}
