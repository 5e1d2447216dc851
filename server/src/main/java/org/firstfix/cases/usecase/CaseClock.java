package org.firstfix.cases.usecase;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.firstfix.cases.domain.Case;
import org.firstfix.contract.Milestone;
import org.firstfix.platform.problem.Problem;
import org.firstfix.sla.CaseReference;
import org.firstfix.sla.ClockSummary;
import org.firstfix.sla.ClockSummary.MilestoneView;
import org.firstfix.sla.SlaApi;
import org.springframework.stereotype.Component;

/** What a case tells its clock, if the contract gives it one, and what the clock answers: when the next milestone is due. */
@Component
class CaseClock {
    /** The case whose step is being taken: it learns from the answer of its clock, and is saved at the end of the step. */
    private static final ScopedValue<UUID> AT_HAND = ScopedValue.newInstance();

    private final SlaApi sla;
    private final CaseDuties duties;

    CaseClock(SlaApi sla, CaseDuties duties) {
        this.sla = sla;
        this.duties = duties;
    }

    void start(Case it, SlaApi.Terms terms, Instant startedAt) {
        show(it, Optional.of(sla.start(new CaseReference(it.key(), it.number()), terms, startedAt, it.orgPath())));
    }

    void responded(Case it, Instant at) {
        tell(it, () -> sla.reach(it.key(), Milestone.RESPONSE, at));
    }

    /** It works again: nothing more is waited for but the customer's word, where that is promised a time. */
    void restored(Case it, Instant at) {
        tell(it, () -> sla.restored(it.key(), at));
    }

    /**
     * @return whether it stands still now
     * @throws Problem if the contract gives no right to it
     */
    boolean pause(Case it, String reason, String evidence, Instant at) {
        return tell(it, () -> sla.pause(it.key(), reason, evidence, at)).filter(clock -> clock.status().equals("PAUSED")).isPresent();
    }

    /** For what has happened already: whoever waits anyway does so with the clock going on where the contract gives no right. */
    boolean pauseIfPermitted(Case it, String reason, String evidence, Instant at) {
        return it.hasClock() && sla.mayPause(it.key(), reason, evidence) && pause(it, reason, evidence, at);
    }

    void resume(Case it, Instant at) {
        tell(it, () -> sla.resume(it.key(), at));
    }

    void resolved(Case it, Instant at) {
        tell(it, () -> sla.resolved(it.key(), at));
    }

    void stop(Case it, Instant at) {
        tell(it, () -> sla.stop(it.key(), at));
    }

    void restart(Case it, String reason, Instant at) {
        tell(it, () -> sla.restart(it.key(), reason, at));
    }

    /** Other terms from now on, counted from the report; the first ones start the clock. */
    void startOrChange(Case it, SlaApi.Terms terms, String reason, Instant now) {
        Optional<ClockSummary> running = sla.clockOf(it.key());
        if (running.isEmpty()) {
            start(it, terms, it.report().reportedAt());
            return;
        }
        if (running.get().status().equals("STOPPED")) {
            sla.restart(it.key(), reason, now);
        }
        show(it, sla.changeTerms(it.key(), terms, reason, now));
    }

    private Optional<ClockSummary> tell(Case it, Supplier<Optional<ClockSummary>> news) {
        if (!it.hasClock()) {
            return Optional.empty();
        }
        Optional<ClockSummary> clock = ScopedValue.where(AT_HAND, it.key()).call(news::get);
        show(it, clock);
        return clock;
    }

    static boolean isAtHand(UUID caseId) {
        return AT_HAND.isBound() && AT_HAND.get().equals(caseId);
    }

    private void show(Case it, Optional<ClockSummary> clock) {
        boolean wasRisky = it.standing().atRisk();
        it.due(clock.flatMap(CaseClock::dueAt), clock.filter(CaseClock::isRisky).isPresent());
        if (wasRisky || it.standing().atRisk()) {
            duties.follow(it, clock);
        }
    }

    /** When what is waited for was or is due first; nothing while the clock is paused or has stopped. */
    static Optional<Instant> dueAt(ClockSummary clock) {
        return clock.status().equals("RUNNING") ? clock.mostUrgent().flatMap(MilestoneView::dueAt) : Optional.empty();
    }

    /** Three quarters of the next target are used, or it is missed. */
    static boolean isRisky(ClockSummary clock) {
        return !clock.status().equals("STOPPED") && (clock.band().equals("HOT") || clock.band().equals("MISSED"));
    }
}
