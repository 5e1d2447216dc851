package org.firstfix.sla;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.contract.ContractLineId;
import org.firstfix.contract.Entitlement;
import org.firstfix.contract.Fault;
import org.firstfix.contract.Milestone;
import org.firstfix.contract.PauseRights;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;

/**
 * The clock of a case. Times are when it happened, which may be before now. Call inside a transaction. What changes a clock
 * answers how it stands afterwards; nothing for a case that was never promised anything.
 */
public interface SlaApi {
    /** What the clock would promise from the report on, before anything is saved: shown while the agent types. */
    Map<Milestone, Instant> forecast(Terms terms, Instant startedAt);

    /** Starts the clock of a case. */
    ClockSummary start(CaseReference subject, Terms terms, Instant startedAt, OrgPath orgPath);

    /**
     * @param zone of the site; calendars without a zone of their own follow it
     * @param fault what the targets were chosen for
     * @param targets contract time per milestone
     * @param pauseRights for which reasons the clock may stand still
     */
    record Terms(String coverageCode, Optional<ContractLineId> lineId, String calendarCode, ZoneId zone, Fault fault,
            Map<Milestone, Duration> targets, PauseRights pauseRights) {
        /** What an entitlement promises for a fault; empty if it promises nothing. */
        public static Optional<Terms> of(Entitlement entitlement, Fault fault, ZoneId zone) {
            Map<Milestone, Duration> targets = entitlement.targets().of(fault);
            if (!entitlement.covered() || targets.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Terms(entitlement.coverageCode().orElseThrow(), entitlement.lineId(),
                    entitlement.calendarCode().orElseThrow(), zone, fault, targets, entitlement.pauseRights()));
        }
    }

    /**
     * It is asked for from then on, and its time counts: for what does not count from the report. Nothing changes while it is
     * waited for already, after it was missed, or if it is not promised.
     */
    Optional<ClockSummary> begin(UUID caseId, Milestone milestone, Instant at);

    /** The milestone was reached; a second time changes nothing, an earlier true time corrects it with a line saying so. */
    Optional<ClockSummary> reach(UUID caseId, Milestone milestone, Instant at);

    /**
     * Stops counting while the customer is the one we wait for, for as long as the contract allows it.
     *
     * @param reason as in {@link org.firstfix.contract.PauseReason}
     * @throws Problem if the contract gives no right to it, or only with evidence; then nothing has changed
     */
    Optional<ClockSummary> pause(UUID caseId, String reason, String evidence, Instant at);

    /** Whether the contract gives the right to pause for that; also for a case without a clock, which has nothing to pause. */
    boolean mayPause(UUID caseId, String reason, String evidence);

    Optional<ClockSummary> resume(UUID caseId, Instant at);

    /** It works again: what paused goes on, response and restore are reached, and nothing more is waited for but RESOLVE. */
    Optional<ClockSummary> restored(UUID caseId, Instant at);

    /** The customer agrees that it is settled: RESOLVE is reached and the clock stops. */
    Optional<ClockSummary> resolved(UUID caseId, Instant at);

    /** New targets from now on, counted from the original start; what was reached or missed stays. */
    Optional<ClockSummary> changeTerms(UUID caseId, Terms terms, String reason, Instant at);

    /** Nothing is waited for any more; milestones not reached are cancelled. */
    Optional<ClockSummary> stop(UUID caseId, Instant at);

    /** A reopened case counts on: RESTORE and RESOLVE run again. */
    Optional<ClockSummary> restart(UUID caseId, String reason, Instant at);

    Optional<ClockSummary> clockOf(UUID caseId);

    /** The hours in which the contract of a case is served; none for a case that was never promised anything. */
    Optional<WorkingTimes.WorkingTime> serviceTimeOf(UUID caseId);

    /** How long the clock of a case stood still and why, oldest first. */
    List<PausedTime> pausesOf(UUID caseId);

    Map<UUID, ClockSummary> clocksOf(Collection<UUID> caseIds);
}
